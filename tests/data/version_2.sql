-- A file of schema version 2, dumped as the program of its time wrote it. Everybody is invented.
BEGIN TRANSACTION;
CREATE TABLE affiliation (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	role VARCHAR NOT NULL, 
	started_on DATE, 
	ended_on DATE, 
	CONSTRAINT pk_affiliation PRIMARY KEY (id), 
	CONSTRAINT fk_affiliation_organisation_id_contact FOREIGN KEY(organisation_id) REFERENCES contact (id), 
	CONSTRAINT fk_affiliation_person_id_contact FOREIGN KEY(person_id) REFERENCES contact (id)
);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0002');
CREATE TABLE "association" (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	purpose VARCHAR NOT NULL, 
	rna VARCHAR NOT NULL, 
	siren VARCHAR NOT NULL, 
	register_entry VARCHAR NOT NULL, 
	street VARCHAR NOT NULL, 
	complement VARCHAR NOT NULL, 
	postal_code VARCHAR NOT NULL, 
	city VARCHAR NOT NULL, 
	country VARCHAR NOT NULL, 
	email VARCHAR NOT NULL, 
	phone VARCHAR NOT NULL, 
	website VARCHAR NOT NULL, 
	iban VARCHAR NOT NULL, 
	category VARCHAR NOT NULL, 
	category_detail VARCHAR NOT NULL, 
	decree_on DATE, 
	published_on DATE, 
	signatory_name VARCHAR NOT NULL, 
	signatory_role VARCHAR NOT NULL, 
	fiscal_year_start INTEGER NOT NULL, 
	words_1990 BOOLEAN NOT NULL, 
	founded_year INTEGER, 
	logo_id INTEGER, 
	signature_id INTEGER, 
	CONSTRAINT pk_association PRIMARY KEY (id), 
	CONSTRAINT ck_association_only_one CHECK (id = 1), 
	CONSTRAINT fk_association_logo_id_stored_file FOREIGN KEY(logo_id) REFERENCES stored_file (id), 
	CONSTRAINT fk_association_signature_id_stored_file FOREIGN KEY(signature_id) REFERENCES stored_file (id)
);
CREATE TABLE campaign (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	sort_key VARCHAR NOT NULL, 
	CONSTRAINT pk_campaign PRIMARY KEY (id), 
	CONSTRAINT uq_campaign_sort_key UNIQUE (sort_key)
);
CREATE TABLE column_mapping (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	header_key VARCHAR NOT NULL, 
	columns VARCHAR NOT NULL, 
	CONSTRAINT pk_column_mapping PRIMARY KEY (id), 
	CONSTRAINT uq_column_mapping_header_key UNIQUE (header_key)
);
CREATE TABLE consent (
	id INTEGER NOT NULL, 
	contact_id INTEGER NOT NULL, 
	purpose VARCHAR NOT NULL, 
	given BOOLEAN NOT NULL, 
	decided_on DATE NOT NULL, 
	source VARCHAR NOT NULL, 
	CONSTRAINT pk_consent PRIMARY KEY (id), 
	CONSTRAINT ck_consent_purpose_known CHECK (purpose IN ('newsletter', 'public_thanks', 'photo')), 
	CONSTRAINT fk_consent_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id)
);
CREATE TABLE "contact" (
	id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	civility VARCHAR NOT NULL, 
	last_name VARCHAR NOT NULL, 
	first_name VARCHAR NOT NULL, 
	organisation_name VARCHAR NOT NULL, 
	legal_form VARCHAR NOT NULL, 
	siren VARCHAR NOT NULL, 
	email VARCHAR NOT NULL, 
	email_key VARCHAR NOT NULL, 
	phone VARCHAR NOT NULL, 
	street VARCHAR NOT NULL, 
	complement VARCHAR NOT NULL, 
	postal_code VARCHAR NOT NULL, 
	city VARCHAR NOT NULL, 
	country VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	sort_key VARCHAR NOT NULL, 
	search_text VARCHAR NOT NULL, 
	number VARCHAR NOT NULL, 
	number_key VARCHAR NOT NULL, 
	birth_on DATE, 
	language VARCHAR NOT NULL, 
	sector VARCHAR NOT NULL, 
	discipline VARCHAR NOT NULL, 
	photo_id INTEGER, 
	acronym VARCHAR NOT NULL, 
	organisation_kind VARCHAR NOT NULL, 
	siret VARCHAR NOT NULL, 
	rna VARCHAR NOT NULL, 
	website VARCHAR NOT NULL, 
	parent_id INTEGER, 
	household_id INTEGER, 
	city_key VARCHAR NOT NULL, 
	match_keys VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	state_on DATE, 
	merged_into_id INTEGER, 
	gift_cents INTEGER DEFAULT '0' NOT NULL, 
	last_gift_on DATE, 
	member_since DATE, 
	member_until DATE, 
	member_left_on DATE, 
	member_years VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_contact PRIMARY KEY (id), 
	CONSTRAINT ck_contact_merged_into_known CHECK ((state = 'merged') = (merged_into_id IS NOT NULL)), 
	CONSTRAINT ck_contact_kind_known CHECK (kind IN ('person', 'organisation')), 
	CONSTRAINT ck_contact_state_known CHECK (state IN ('active', 'archived', 'binned', 'merged')), 
	CONSTRAINT fk_contact_household_id_household FOREIGN KEY(household_id) REFERENCES household (id), 
	CONSTRAINT fk_contact_merged_into_id_contact FOREIGN KEY(merged_into_id) REFERENCES contact (id), 
	CONSTRAINT fk_contact_parent_id_contact FOREIGN KEY(parent_id) REFERENCES contact (id), 
	CONSTRAINT fk_contact_photo_id_stored_file FOREIGN KEY(photo_id) REFERENCES stored_file (id)
);
INSERT INTO "contact" VALUES(1,'person','madam','Lefèvre','Élodie','','','','elodie@example.org','elodie@example.org','','12 rue des Lilas','','44000','Nantes','FR','','Élodie Lefèvre','lefevre  elodie','lefevre elodie lefevre 0001 elodie@example.org 44000 nantes benevole m','0001','000000000001','1980-05-17','','','',NULL,'','','','','',NULL,1,'nantes','[587915, 323460311, 574455209, 770786282, 996817399, 2449321179, 2776811420, 3215827305, 3979114894]','active',NULL,NULL,0,NULL,'2024-01-01','2025-12-31',NULL,'2024 2025');
INSERT INTO "contact" VALUES(2,'person','','Le Goff','Maëlle','','','','','','','12 rue des Lilas','','44000','Nantes','FR','','Maëlle Le Goff','le goff  maelle','le goff maelle le goff 0002 44000 nantes','0002','000000000002','1991-02-03','','','',NULL,'','','','','',NULL,1,'nantes','[72150170, 313701351, 872729221, 917821844, 1084126331, 2587171555, 2680994564, 2961668587, 3690101840, 4135647474, 4161704173]','archived','2026-11-22',NULL,0,NULL,'2025-01-01','2025-12-31',NULL,'2025');
INSERT INTO "contact" VALUES(3,'organisation','','','','Clus''Ter d’Œuvre','','','','','','12 rue des Lilas','','44000','Nantes','FR','','Clus''Ter d’Œuvre','clus ter d oeuvre','clus ter d oeuvre 0004 44000 nantes','0004','000000000004',NULL,'','','',NULL,'','','','','',NULL,NULL,'nantes','[3504559, 439398166, 501905328, 556336231, 780191597, 905831703, 1030493527, 1057789808, 2774216644, 3348817204, 3568649693, 3912500926]','active',NULL,NULL,0,NULL,NULL,NULL,NULL,'');
INSERT INTO "contact" VALUES(4,'person','','Zola','Anh','','','','','','','12 rue des Lilas','','44000','Nantes','FR','','Anh Zola','zola  anh','zola anh zola 0003 44000 nantes','0003','000000000003',NULL,'','','',NULL,'','','','','',NULL,NULL,'nantes','[141694128, 397960973, 553807617, 939396817, 1168952197, 1682921840, 4182063033]','active',NULL,NULL,4500,'2026-03-03','2025-01-01','2026-12-31',NULL,'2025 2026');
INSERT INTO "contact" VALUES(5,'person','','Lefevre','Elodie','','','','elodie@example.org','elodie@example.org','','12 rue des Lilas','','44000','Nantes','FR','','Elodie Lefevre','lefevre  elodie','lefevre elodie lefevre 0006 elodie@example.org 44000 nantes','0006','000000000006',NULL,'','','',NULL,'','','','','',NULL,NULL,'nantes','[587915, 323460311, 770786282, 996817399, 2449321179, 2776811420, 3215827305, 3979114894]','merged','2026-11-22',1,0,NULL,NULL,NULL,NULL,'');
INSERT INTO "contact" VALUES(6,'person','','Roux','Ana','','','','','','','12 rue des Lilas','','44000','Nantes','FR','','Ana Roux','roux  ana','roux ana roux 0005 44000 nantes','0005','000000000005',NULL,'','','',NULL,'','','','','',NULL,NULL,'nantes','[1400902198, 2344567600, 3313855864, 3949072641, 4034727431, 4086770844, 4189590029]','active',NULL,NULL,0,NULL,'2023-01-01','2023-12-31','2024-06-30','2023');
CREATE TABLE contact_address (
	id INTEGER NOT NULL, 
	contact_id INTEGER NOT NULL, 
	label VARCHAR NOT NULL, 
	street VARCHAR NOT NULL, 
	complement VARCHAR NOT NULL, 
	postal_code VARCHAR NOT NULL, 
	city VARCHAR NOT NULL, 
	country VARCHAR NOT NULL, 
	CONSTRAINT pk_contact_address PRIMARY KEY (id), 
	CONSTRAINT fk_contact_address_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id)
);
CREATE TABLE contact_key (
	"key" INTEGER NOT NULL, 
	contact_id INTEGER NOT NULL, 
	CONSTRAINT pk_contact_key PRIMARY KEY ("key", contact_id)
)
 WITHOUT ROWID

;
INSERT INTO "contact_key" VALUES(587915,1);
INSERT INTO "contact_key" VALUES(587915,5);
INSERT INTO "contact_key" VALUES(3504559,3);
INSERT INTO "contact_key" VALUES(72150170,2);
INSERT INTO "contact_key" VALUES(141694128,4);
INSERT INTO "contact_key" VALUES(313701351,2);
INSERT INTO "contact_key" VALUES(323460311,1);
INSERT INTO "contact_key" VALUES(323460311,5);
INSERT INTO "contact_key" VALUES(397960973,4);
INSERT INTO "contact_key" VALUES(439398166,3);
INSERT INTO "contact_key" VALUES(501905328,3);
INSERT INTO "contact_key" VALUES(553807617,4);
INSERT INTO "contact_key" VALUES(556336231,3);
INSERT INTO "contact_key" VALUES(574455209,1);
INSERT INTO "contact_key" VALUES(770786282,1);
INSERT INTO "contact_key" VALUES(770786282,5);
INSERT INTO "contact_key" VALUES(780191597,3);
INSERT INTO "contact_key" VALUES(872729221,2);
INSERT INTO "contact_key" VALUES(905831703,3);
INSERT INTO "contact_key" VALUES(917821844,2);
INSERT INTO "contact_key" VALUES(939396817,4);
INSERT INTO "contact_key" VALUES(996817399,1);
INSERT INTO "contact_key" VALUES(996817399,5);
INSERT INTO "contact_key" VALUES(1030493527,3);
INSERT INTO "contact_key" VALUES(1057789808,3);
INSERT INTO "contact_key" VALUES(1084126331,2);
INSERT INTO "contact_key" VALUES(1168952197,4);
INSERT INTO "contact_key" VALUES(1400902198,6);
INSERT INTO "contact_key" VALUES(1682921840,4);
INSERT INTO "contact_key" VALUES(2344567600,6);
INSERT INTO "contact_key" VALUES(2449321179,1);
INSERT INTO "contact_key" VALUES(2449321179,5);
INSERT INTO "contact_key" VALUES(2587171555,2);
INSERT INTO "contact_key" VALUES(2680994564,2);
INSERT INTO "contact_key" VALUES(2774216644,3);
INSERT INTO "contact_key" VALUES(2776811420,1);
INSERT INTO "contact_key" VALUES(2776811420,5);
INSERT INTO "contact_key" VALUES(2961668587,2);
INSERT INTO "contact_key" VALUES(3215827305,1);
INSERT INTO "contact_key" VALUES(3215827305,5);
INSERT INTO "contact_key" VALUES(3313855864,6);
INSERT INTO "contact_key" VALUES(3348817204,3);
INSERT INTO "contact_key" VALUES(3568649693,3);
INSERT INTO "contact_key" VALUES(3690101840,2);
INSERT INTO "contact_key" VALUES(3912500926,3);
INSERT INTO "contact_key" VALUES(3949072641,6);
INSERT INTO "contact_key" VALUES(3979114894,1);
INSERT INTO "contact_key" VALUES(3979114894,5);
INSERT INTO "contact_key" VALUES(4034727431,6);
INSERT INTO "contact_key" VALUES(4086770844,6);
INSERT INTO "contact_key" VALUES(4135647474,2);
INSERT INTO "contact_key" VALUES(4161704173,2);
INSERT INTO "contact_key" VALUES(4182063033,4);
INSERT INTO "contact_key" VALUES(4189590029,6);
CREATE TABLE contact_note (
	id INTEGER NOT NULL, 
	contact_id INTEGER NOT NULL, 
	noted_on DATE NOT NULL, 
	text VARCHAR NOT NULL, 
	author VARCHAR NOT NULL, 
	CONSTRAINT pk_contact_note PRIMARY KEY (id), 
	CONSTRAINT fk_contact_note_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id)
);
CREATE TABLE contact_point (
	id INTEGER NOT NULL, 
	contact_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	value_key VARCHAR NOT NULL, 
	label VARCHAR NOT NULL, 
	CONSTRAINT pk_contact_point PRIMARY KEY (id), 
	CONSTRAINT ck_contact_point_kind_known CHECK (kind IN ('email', 'phone')), 
	CONSTRAINT fk_contact_point_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id)
);
CREATE TABLE contact_reference (
	id INTEGER NOT NULL, 
	contact_id INTEGER NOT NULL, 
	source VARCHAR NOT NULL, 
	reference VARCHAR NOT NULL, 
	CONSTRAINT pk_contact_reference PRIMARY KEY (id), 
	CONSTRAINT fk_contact_reference_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT uq_contact_reference_source_reference UNIQUE (source, reference)
);
CREATE TABLE contact_tag (
	id INTEGER NOT NULL, 
	contact_id INTEGER NOT NULL, 
	tag_id INTEGER NOT NULL, 
	CONSTRAINT pk_contact_tag PRIMARY KEY (id), 
	CONSTRAINT fk_contact_tag_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT fk_contact_tag_tag_id_tag FOREIGN KEY(tag_id) REFERENCES tag (id), 
	CONSTRAINT uq_contact_tag_contact_id_tag_id UNIQUE (contact_id, tag_id)
);
INSERT INTO "contact_tag" VALUES(1,1,1);
CREATE TABLE custom_field (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	name_key VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	kind_of_contact VARCHAR NOT NULL, 
	choices VARCHAR NOT NULL, 
	is_listed BOOLEAN NOT NULL, 
	is_searched BOOLEAN NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_custom_field PRIMARY KEY (id), 
	CONSTRAINT ck_custom_field_kind_known CHECK (kind IN ('text', 'long_text', 'number', 'amount', 'date', 'yes_no', 'choice', 'choices')), 
	CONSTRAINT ck_custom_field_kind_of_contact_known CHECK (kind_of_contact IN ('', 'person', 'organisation')), 
	CONSTRAINT uq_custom_field_name_key UNIQUE (name_key)
);
INSERT INTO "custom_field" VALUES(1,'Taille','taille','choice','','S
M',0,1,0);
CREATE TABLE custom_value (
	id INTEGER NOT NULL, 
	contact_id INTEGER NOT NULL, 
	field_id INTEGER NOT NULL, 
	text VARCHAR NOT NULL, 
	CONSTRAINT pk_custom_value PRIMARY KEY (id), 
	CONSTRAINT fk_custom_value_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT fk_custom_value_field_id_custom_field FOREIGN KEY(field_id) REFERENCES custom_field (id), 
	CONSTRAINT uq_custom_value_contact_id_field_id UNIQUE (contact_id, field_id)
);
INSERT INTO "custom_value" VALUES(1,1,1,'M');
CREATE TABLE departure (
	id INTEGER NOT NULL, 
	contact_id INTEGER NOT NULL, 
	left_on DATE NOT NULL, 
	reason VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	CONSTRAINT pk_departure PRIMARY KEY (id), 
	CONSTRAINT ck_departure_reason_known CHECK (reason IN ('resigned', 'struck_off', 'deceased')), 
	CONSTRAINT fk_departure_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id)
);
INSERT INTO "departure" VALUES(1,6,'2024-06-30','resigned','');
CREATE TABLE "donation" (
	id INTEGER NOT NULL, 
	payment_line_id INTEGER NOT NULL, 
	donor_id INTEGER, 
	received_on DATE NOT NULL, 
	amount_cents INTEGER NOT NULL, 
	mode VARCHAR NOT NULL, 
	nature VARCHAR NOT NULL, 
	form VARCHAR NOT NULL, 
	campaign_id INTEGER, 
	ineligibility VARCHAR, 
	outside_receipt VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	is_fee BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_donation PRIMARY KEY (id), 
	CONSTRAINT ck_donation_form_known CHECK (form IN ('authentic_deed', 'private_deed', 'manual_gift', 'other')), 
	CONSTRAINT ck_donation_mode_known CHECK (mode IN ('cash', 'cheque', 'transfer', 'card', 'direct_debit', 'other')), 
	CONSTRAINT ck_donation_nature_known CHECK (nature IN ('money', 'listed_shares', 'waived_income', 'waived_expenses', 'other')), 
	CONSTRAINT ck_donation_amount_cents_is_cents CHECK (CAST(amount_cents AS INTEGER) = amount_cents AND abs(amount_cents) <= 1000000000000), 
	CONSTRAINT ck_donation_amount_positive CHECK (amount_cents > 0), 
	CONSTRAINT fk_donation_campaign_id_campaign FOREIGN KEY(campaign_id) REFERENCES campaign (id), 
	CONSTRAINT fk_donation_donor_id_contact FOREIGN KEY(donor_id) REFERENCES contact (id), 
	CONSTRAINT fk_donation_payment_line_id_payment_line FOREIGN KEY(payment_line_id) REFERENCES payment_line (id), 
	CONSTRAINT uq_donation_payment_line_id UNIQUE (payment_line_id)
);
INSERT INTO "donation" VALUES(1,1,1,'2024-01-09',2000,'cheque','money','manual_gift',NULL,NULL,'','',1);
INSERT INTO "donation" VALUES(2,3,4,'2025-03-03',2000,'cheque','money','manual_gift',NULL,NULL,'','',1);
INSERT INTO "donation" VALUES(3,4,4,'2026-02-01',1000,'cheque','money','manual_gift',NULL,NULL,'','',1);
INSERT INTO "donation" VALUES(4,5,6,'2023-09-01',2000,'cheque','money','manual_gift',NULL,NULL,'','',1);
INSERT INTO "donation" VALUES(5,6,4,'2026-03-03',4500,'cash','money','manual_gift',NULL,NULL,'','',0);
CREATE TABLE file_info (
	"key" VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	CONSTRAINT pk_file_info PRIMARY KEY ("key")
);
INSERT INTO "file_info" VALUES('written_by','0.1.0');
CREATE TABLE group_member (
	id INTEGER NOT NULL, 
	group_id INTEGER NOT NULL, 
	contact_id INTEGER NOT NULL, 
	role VARCHAR NOT NULL, 
	started_on DATE, 
	ended_on DATE, 
	CONSTRAINT pk_group_member PRIMARY KEY (id), 
	CONSTRAINT fk_group_member_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT fk_group_member_group_id_working_group FOREIGN KEY(group_id) REFERENCES working_group (id)
);
CREATE TABLE household (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	CONSTRAINT pk_household PRIMARY KEY (id)
);
INSERT INTO "household" VALUES(1,'Famille Lefèvre et Le Goff');
CREATE TABLE import_run (
	id INTEGER NOT NULL, 
	file_name VARCHAR NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	file_format VARCHAR NOT NULL, 
	imported_at DATETIME NOT NULL, 
	author VARCHAR NOT NULL, 
	new_count INTEGER NOT NULL, 
	changed_count INTEGER NOT NULL, 
	same_count INTEGER NOT NULL, 
	doubtful_count INTEGER NOT NULL, 
	refused_count INTEGER NOT NULL, 
	amount_cents INTEGER NOT NULL, 
	CONSTRAINT pk_import_run PRIMARY KEY (id), 
	CONSTRAINT ck_import_run_amount_cents_is_cents CHECK (CAST(amount_cents AS INTEGER) = amount_cents AND abs(amount_cents) <= 1000000000000)
);
CREATE TABLE "imported_row" (
	id INTEGER NOT NULL, 
	run_id INTEGER NOT NULL, 
	line INTEGER NOT NULL, 
	verdict VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	payment_id INTEGER, 
	registration_id INTEGER, 
	contact_id INTEGER, 
	raw VARCHAR NOT NULL, 
	CONSTRAINT pk_imported_row PRIMARY KEY (id), 
	CONSTRAINT ck_imported_row_verdict_known CHECK (verdict IN ('new', 'changed', 'doubtful', 'refused')), 
	CONSTRAINT fk_imported_row_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT fk_imported_row_payment_id_payment FOREIGN KEY(payment_id) REFERENCES payment (id), 
	CONSTRAINT fk_imported_row_registration_id_registration FOREIGN KEY(registration_id) REFERENCES registration (id), 
	CONSTRAINT fk_imported_row_run_id_import_run FOREIGN KEY(run_id) REFERENCES import_run (id)
);
CREATE TABLE instalment (
	id INTEGER NOT NULL, 
	membership_id INTEGER NOT NULL, 
	due_on DATE NOT NULL, 
	amount_cents INTEGER NOT NULL, 
	CONSTRAINT pk_instalment PRIMARY KEY (id), 
	CONSTRAINT ck_instalment_amount_cents_is_cents CHECK (CAST(amount_cents AS INTEGER) = amount_cents AND abs(amount_cents) <= 1000000000000), 
	CONSTRAINT fk_instalment_membership_id_membership FOREIGN KEY(membership_id) REFERENCES membership (id)
);
INSERT INTO "instalment" VALUES(1,5,'2026-02-01',1000);
INSERT INTO "instalment" VALUES(2,5,'2026-06-01',1000);
CREATE TABLE letter (
	id INTEGER NOT NULL, 
	contact_id INTEGER NOT NULL, 
	membership_id INTEGER, 
	kind VARCHAR NOT NULL, 
	channel VARCHAR NOT NULL, 
	subject VARCHAR NOT NULL, 
	made_on DATE NOT NULL, 
	CONSTRAINT pk_letter PRIMARY KEY (id), 
	CONSTRAINT ck_letter_channel_known CHECK (channel IN ('post', 'email')), 
	CONSTRAINT fk_letter_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT fk_letter_membership_id_membership FOREIGN KEY(membership_id) REFERENCES membership (id)
);
CREATE TABLE letter_template (
	id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	name_key VARCHAR NOT NULL, 
	subject VARCHAR NOT NULL, 
	body VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_letter_template PRIMARY KEY (id), 
	CONSTRAINT uq_letter_template_kind_name_key UNIQUE (kind, name_key)
);
CREATE TABLE member_rules (
	id INTEGER NOT NULL, 
	who VARCHAR NOT NULL, 
	number_pattern VARCHAR NOT NULL, 
	renewal_days INTEGER NOT NULL, 
	grace_days INTEGER NOT NULL, 
	has_shares BOOLEAN NOT NULL, 
	share_nominal_cents INTEGER NOT NULL, 
	CONSTRAINT pk_member_rules PRIMARY KEY (id), 
	CONSTRAINT ck_member_rules_who_known CHECK (who IN ('anyone', 'persons', 'organisations')), 
	CONSTRAINT ck_member_rules_share_nominal_cents_is_cents CHECK (CAST(share_nominal_cents AS INTEGER) = share_nominal_cents AND abs(share_nominal_cents) <= 1000000000000), 
	CONSTRAINT ck_member_rules_only_one CHECK (id = 1)
);
CREATE TABLE membership (
	id INTEGER NOT NULL, 
	contact_id INTEGER NOT NULL, 
	type_id INTEGER NOT NULL, 
	started_on DATE NOT NULL, 
	ended_on DATE NOT NULL, 
	fee_cents INTEGER NOT NULL, 
	joining_fee_cents INTEGER NOT NULL, 
	instalment_count INTEGER NOT NULL, 
	previous_id INTEGER, 
	registration_id INTEGER, 
	cancelled_on DATE, 
	note VARCHAR NOT NULL, 
	paid_cents INTEGER DEFAULT '0' NOT NULL, 
	name_key VARCHAR NOT NULL, 
	start_year INTEGER NOT NULL, 
	CONSTRAINT pk_membership PRIMARY KEY (id), 
	CONSTRAINT ck_membership_fee_cents_is_cents CHECK (CAST(fee_cents AS INTEGER) = fee_cents AND abs(fee_cents) <= 1000000000000), 
	CONSTRAINT ck_membership_joining_fee_cents_is_cents CHECK (CAST(joining_fee_cents AS INTEGER) = joining_fee_cents AND abs(joining_fee_cents) <= 1000000000000), 
	CONSTRAINT ck_membership_ends_after_start CHECK (ended_on >= started_on), 
	CONSTRAINT ck_membership_due_not_negative CHECK (fee_cents >= 0 AND joining_fee_cents >= 0), 
	CONSTRAINT fk_membership_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT fk_membership_previous_id_membership FOREIGN KEY(previous_id) REFERENCES membership (id), 
	CONSTRAINT fk_membership_registration_id_registration FOREIGN KEY(registration_id) REFERENCES registration (id), 
	CONSTRAINT fk_membership_type_id_membership_type FOREIGN KEY(type_id) REFERENCES membership_type (id)
);
INSERT INTO "membership" VALUES(1,1,1,'2024-01-01','2024-12-31',2000,0,0,NULL,NULL,NULL,'',2000,'lefevre  elodie',2024);
INSERT INTO "membership" VALUES(2,1,2,'2025-01-01','2025-12-31',3000,0,0,1,NULL,NULL,'',3000,'lefevre  elodie',2025);
INSERT INTO "membership" VALUES(3,1,2,'2026-01-01','2026-12-31',3000,0,0,2,NULL,NULL,'',0,'lefevre  elodie',2026);
INSERT INTO "membership" VALUES(4,4,1,'2025-01-01','2025-12-31',2000,0,0,NULL,NULL,NULL,'',2000,'zola  anh',2025);
INSERT INTO "membership" VALUES(5,4,1,'2026-01-01','2026-12-31',2000,0,2,4,NULL,NULL,'',1000,'zola  anh',2026);
INSERT INTO "membership" VALUES(6,3,1,'2026-01-01','2026-12-31',2000,0,0,NULL,NULL,'2026-11-22','',0,'clus ter d oeuvre',2026);
INSERT INTO "membership" VALUES(7,6,1,'2023-01-01','2023-12-31',2000,0,0,NULL,NULL,NULL,'',2000,'roux  ana',2023);
INSERT INTO "membership" VALUES(8,1,1,'2026-01-01','2026-12-31',2000,0,0,NULL,NULL,NULL,'',0,'lefevre  elodie',2026);
CREATE TABLE membership_person (
	id INTEGER NOT NULL, 
	membership_id INTEGER NOT NULL, 
	contact_id INTEGER NOT NULL, 
	CONSTRAINT pk_membership_person PRIMARY KEY (id), 
	CONSTRAINT fk_membership_person_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT fk_membership_person_membership_id_membership FOREIGN KEY(membership_id) REFERENCES membership (id), 
	CONSTRAINT uq_membership_person_contact_id_membership_id UNIQUE (contact_id, membership_id)
);
INSERT INTO "membership_person" VALUES(1,1,1);
INSERT INTO "membership_person" VALUES(2,2,1);
INSERT INTO "membership_person" VALUES(3,2,2);
INSERT INTO "membership_person" VALUES(4,3,1);
INSERT INTO "membership_person" VALUES(5,3,2);
INSERT INTO "membership_person" VALUES(6,4,4);
INSERT INTO "membership_person" VALUES(7,5,4);
INSERT INTO "membership_person" VALUES(8,6,3);
INSERT INTO "membership_person" VALUES(9,7,6);
INSERT INTO "membership_person" VALUES(10,8,1);
CREATE TABLE membership_type (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	sort_key VARCHAR NOT NULL, 
	amount_kind VARCHAR NOT NULL, 
	amount_cents INTEGER NOT NULL, 
	holder VARCHAR NOT NULL, 
	who VARCHAR NOT NULL, 
	college VARCHAR NOT NULL, 
	has_vote BOOLEAN NOT NULL, 
	period VARCHAR NOT NULL, 
	season_month INTEGER NOT NULL, 
	season_day INTEGER NOT NULL, 
	months INTEGER NOT NULL, 
	joining_fee_cents INTEGER NOT NULL, 
	prorata BOOLEAN NOT NULL, 
	counterpart_cents INTEGER NOT NULL, 
	receipt_eligible BOOLEAN NOT NULL, 
	account VARCHAR NOT NULL, 
	outside_names VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	archived_on DATE, 
	CONSTRAINT pk_membership_type PRIMARY KEY (id), 
	CONSTRAINT ck_membership_type_amount_kind_known CHECK (amount_kind IN ('free', 'fixed', 'minimum', 'suggested')), 
	CONSTRAINT ck_membership_type_holder_known CHECK (holder IN ('contact', 'household')), 
	CONSTRAINT ck_membership_type_period_known CHECK (period IN ('calendar_year', 'fiscal_year', 'season', 'rolling', 'life')), 
	CONSTRAINT ck_membership_type_who_known CHECK (who IN ('anyone', 'persons', 'organisations')), 
	CONSTRAINT ck_membership_type_amount_cents_is_cents CHECK (CAST(amount_cents AS INTEGER) = amount_cents AND abs(amount_cents) <= 1000000000000), 
	CONSTRAINT ck_membership_type_counterpart_cents_is_cents CHECK (CAST(counterpart_cents AS INTEGER) = counterpart_cents AND abs(counterpart_cents) <= 1000000000000), 
	CONSTRAINT ck_membership_type_joining_fee_cents_is_cents CHECK (CAST(joining_fee_cents AS INTEGER) = joining_fee_cents AND abs(joining_fee_cents) <= 1000000000000), 
	CONSTRAINT uq_membership_type_sort_key UNIQUE (sort_key)
);
INSERT INTO "membership_type" VALUES(1,'Simple','simple','fixed',2000,'contact','anyone','',1,'calendar_year',9,1,12,0,0,0,1,'756','',1,NULL);
INSERT INTO "membership_type" VALUES(2,'Foyer','foyer','fixed',3000,'household','anyone','',1,'calendar_year',9,1,12,0,0,0,0,'756','',2,NULL);
CREATE TABLE not_duplicate (
	id INTEGER NOT NULL, 
	first_id INTEGER NOT NULL, 
	second_id INTEGER NOT NULL, 
	CONSTRAINT pk_not_duplicate PRIMARY KEY (id), 
	CONSTRAINT ck_not_duplicate_lower_first CHECK (first_id < second_id), 
	CONSTRAINT fk_not_duplicate_first_id_contact FOREIGN KEY(first_id) REFERENCES contact (id), 
	CONSTRAINT fk_not_duplicate_second_id_contact FOREIGN KEY(second_id) REFERENCES contact (id), 
	CONSTRAINT uq_not_duplicate_first_id_second_id UNIQUE (first_id, second_id)
);
CREATE TABLE operation (
	id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	label VARCHAR NOT NULL, 
	label_values VARCHAR NOT NULL, 
	author VARCHAR NOT NULL, 
	origin VARCHAR NOT NULL, 
	made_at DATETIME NOT NULL, 
	state VARCHAR NOT NULL, 
	frozen BOOLEAN NOT NULL, 
	target_id INTEGER, 
	CONSTRAINT pk_operation PRIMARY KEY (id), 
	CONSTRAINT ck_operation_kind_known CHECK (kind IN ('command', 'undo', 'redo')), 
	CONSTRAINT ck_operation_origin_known CHECK (origin IN ('window', 'command_line')), 
	CONSTRAINT ck_operation_state_known CHECK (state IN ('done', 'undone')), 
	CONSTRAINT fk_operation_target_id_operation FOREIGN KEY(target_id) REFERENCES operation (id)
);
INSERT INTO "operation" VALUES(1,'command','custom_field.added','{"name": "Taille"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(2,'command','contact.added','{"name": "Élodie Lefèvre"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(3,'command','contact.added','{"name": "Maëlle Le Goff"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(4,'command','contact.added','{"name": "Clus''Ter d’Œuvre"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(5,'command','contact.added','{"name": "Anh Zola"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(6,'command','contact.added','{"name": "Elodie Lefevre"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(7,'command','contact.added','{"name": "Ana Roux"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(8,'command','tariff.added','{"name": "Simple"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(9,'command','tariff.added','{"name": "Foyer"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(10,'command','household.created','{"name": "Famille Lefèvre et Le Goff"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(11,'command','membership.joined','{"name": "Élodie Lefèvre"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(12,'command','payment.recorded','{"cents": "2000"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(13,'command','membership.joined','{"name": "Élodie Lefèvre"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(14,'command','payment.recorded','{"cents": "3000"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(15,'command','membership.joined','{"name": "Élodie Lefèvre"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(16,'command','membership.joined','{"name": "Anh Zola"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(17,'command','payment.recorded','{"cents": "2000"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(18,'command','membership.joined','{"name": "Anh Zola"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(19,'command','payment.recorded','{"cents": "1000"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(20,'command','membership.joined','{"name": "Clus''Ter d’Œuvre"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(21,'command','membership.cancelled','{"name": "Clus''Ter d’Œuvre"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(22,'command','membership.joined','{"name": "Ana Roux"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(23,'command','payment.recorded','{"cents": "2000"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(24,'command','membership.departed','{"name": "Ana Roux"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(25,'command','membership.joined','{"name": "Elodie Lefevre"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(26,'command','contact.merged','{"name": "Élodie Lefèvre", "other": "Elodie Lefevre"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(27,'command','contact.archived','{"count": "1"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(28,'command','donation.recorded','{"cents": "4500"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(29,'command','membership.joined','{"name": "Anh Zola"}','Camille','window','2026-11-22 09:30:00.000000','undone',0,NULL);
INSERT INTO "operation" VALUES(30,'undo','operation.undo','{}','Camille','window','2026-11-22 09:30:00.000000','done',0,29);
CREATE TABLE operation_change (
	id INTEGER NOT NULL, 
	operation_id INTEGER NOT NULL, 
	table_name VARCHAR NOT NULL, 
	row_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	"before" VARCHAR, 
	"after" VARCHAR, 
	CONSTRAINT pk_operation_change PRIMARY KEY (id), 
	CONSTRAINT ck_operation_change_kind_known CHECK (kind IN ('insert', 'update', 'delete')), 
	CONSTRAINT fk_operation_change_operation_id_operation FOREIGN KEY(operation_id) REFERENCES operation (id)
);
INSERT INTO "operation_change" VALUES(1,1,'custom_field',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(2,2,'contact',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(3,2,'tag',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(4,2,'contact_tag',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(5,2,'custom_value',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(6,3,'contact',2,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(7,4,'contact',3,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(8,5,'contact',4,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(9,6,'contact',5,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(10,7,'contact',6,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(11,8,'membership_type',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(12,9,'membership_type',2,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(13,10,'household',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(14,10,'contact',1,'update','{"household_id": null}','{"household_id": 1}');
INSERT INTO "operation_change" VALUES(15,10,'contact',2,'update','{"household_id": null}','{"household_id": 1}');
INSERT INTO "operation_change" VALUES(16,11,'contact',1,'update','{"number": "", "number_key": "", "search_text": "lefevre elodie lefevre 44000 nantes benevole m"}','{"number": "0001", "number_key": "000000000001", "search_text": "lefevre elodie lefevre 0001 44000 nantes benevole m"}');
INSERT INTO "operation_change" VALUES(17,11,'membership',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(18,11,'membership_person',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(19,12,'payment',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(20,12,'payment_line',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(21,12,'payment_line',1,'update','{"label": "", "label_key": ""}','{"label": "Simple", "label_key": "simple"}');
INSERT INTO "operation_change" VALUES(22,12,'payment_line',1,'update','{"membership_id": null}','{"membership_id": 1}');
INSERT INTO "operation_change" VALUES(23,12,'donation',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(24,13,'contact',2,'update','{"number": "", "number_key": "", "search_text": "le goff maelle le goff 44000 nantes"}','{"number": "0002", "number_key": "000000000002", "search_text": "le goff maelle le goff 0002 44000 nantes"}');
INSERT INTO "operation_change" VALUES(25,13,'membership',2,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(26,13,'membership_person',2,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(27,13,'membership_person',3,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(28,14,'payment',2,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(29,14,'payment_line',2,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(30,14,'payment_line',2,'update','{"label": "", "label_key": ""}','{"label": "Foyer", "label_key": "foyer"}');
INSERT INTO "operation_change" VALUES(31,14,'payment_line',2,'update','{"membership_id": null}','{"membership_id": 2}');
INSERT INTO "operation_change" VALUES(32,15,'membership',3,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(33,15,'membership_person',4,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(34,15,'membership_person',5,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(35,16,'contact',4,'update','{"number": "", "number_key": "", "search_text": "zola anh zola 44000 nantes"}','{"number": "0003", "number_key": "000000000003", "search_text": "zola anh zola 0003 44000 nantes"}');
INSERT INTO "operation_change" VALUES(36,16,'membership',4,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(37,16,'membership_person',6,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(38,17,'payment',3,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(39,17,'payment_line',3,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(40,17,'payment_line',3,'update','{"label": "", "label_key": ""}','{"label": "Simple", "label_key": "simple"}');
INSERT INTO "operation_change" VALUES(41,17,'payment_line',3,'update','{"membership_id": null}','{"membership_id": 4}');
INSERT INTO "operation_change" VALUES(42,17,'donation',2,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(43,18,'membership',5,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(44,18,'instalment',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(45,18,'instalment',2,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(46,18,'membership_person',7,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(47,19,'payment',4,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(48,19,'payment_line',4,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(49,19,'payment_line',4,'update','{"label": "", "label_key": ""}','{"label": "Simple", "label_key": "simple"}');
INSERT INTO "operation_change" VALUES(50,19,'payment_line',4,'update','{"membership_id": null}','{"membership_id": 5}');
INSERT INTO "operation_change" VALUES(51,19,'donation',3,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(52,20,'contact',3,'update','{"number": "", "number_key": "", "search_text": "clus ter d oeuvre 44000 nantes"}','{"number": "0004", "number_key": "000000000004", "search_text": "clus ter d oeuvre 0004 44000 nantes"}');
INSERT INTO "operation_change" VALUES(53,20,'membership',6,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(54,20,'membership_person',8,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(55,21,'membership',6,'update','{"cancelled_on": null}','{"cancelled_on": "2026-11-22"}');
INSERT INTO "operation_change" VALUES(56,22,'contact',6,'update','{"number": "", "number_key": "", "search_text": "roux ana roux 44000 nantes"}','{"number": "0005", "number_key": "000000000005", "search_text": "roux ana roux 0005 44000 nantes"}');
INSERT INTO "operation_change" VALUES(57,22,'membership',7,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(58,22,'membership_person',9,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(59,23,'payment',5,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(60,23,'payment_line',5,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(61,23,'payment_line',5,'update','{"label": "", "label_key": ""}','{"label": "Simple", "label_key": "simple"}');
INSERT INTO "operation_change" VALUES(62,23,'payment_line',5,'update','{"membership_id": null}','{"membership_id": 7}');
INSERT INTO "operation_change" VALUES(63,23,'donation',4,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(64,24,'departure',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(65,25,'contact',5,'update','{"number": "", "number_key": "", "search_text": "lefevre elodie lefevre elodie@example.org 44000 nantes"}','{"number": "0006", "number_key": "000000000006", "search_text": "lefevre elodie lefevre 0006 elodie@example.org 44000 nantes"}');
INSERT INTO "operation_change" VALUES(66,25,'membership',8,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(67,25,'membership_person',10,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(68,26,'contact',5,'update','{"state": "active", "state_on": null, "merged_into_id": null}','{"state": "merged", "state_on": "2026-11-22", "merged_into_id": 1}');
INSERT INTO "operation_change" VALUES(69,26,'contact',1,'update','{"email": "", "search_text": "lefevre elodie lefevre 0001 44000 nantes benevole m", "email_key": "", "match_keys": "[587915, 574455209, 770786282, 996817399, 2449321179, 2776811420, 3215827305, 3979114894]"}','{"email": "elodie@example.org", "search_text": "lefevre elodie lefevre 0001 elodie@example.org 44000 nantes benevole m", "email_key": "elodie@example.org", "match_keys": "[587915, 323460311, 574455209, 770786282, 996817399, 2449321179, 2776811420, 3215827305, 3979114894]"}');
INSERT INTO "operation_change" VALUES(70,26,'membership',8,'update','{"contact_id": 5}','{"contact_id": 1}');
INSERT INTO "operation_change" VALUES(71,26,'membership_person',10,'update','{"contact_id": 5}','{"contact_id": 1}');
INSERT INTO "operation_change" VALUES(72,27,'contact',2,'update','{"state": "active", "state_on": null}','{"state": "archived", "state_on": "2026-11-22"}');
INSERT INTO "operation_change" VALUES(73,28,'payment',6,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(74,28,'payment_line',6,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(75,28,'donation',5,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(76,29,'membership',9,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(77,29,'membership_person',11,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(78,30,'membership_person',11,'delete','{"id": 11, "membership_id": 9, "contact_id": 4}',NULL);
INSERT INTO "operation_change" VALUES(79,30,'membership',9,'delete','{"id": 9, "contact_id": 4, "type_id": 1, "started_on": "2027-01-01", "ended_on": "2027-12-31", "fee_cents": 2000, "joining_fee_cents": 0, "instalment_count": 0, "previous_id": 5, "registration_id": null, "cancelled_on": null, "note": "", "paid_cents": 0, "name_key": "zola  anh", "start_year": 2027}',NULL);
CREATE TABLE payment (
	id INTEGER NOT NULL, 
	direction VARCHAR NOT NULL, 
	paid_on DATE NOT NULL, 
	amount_cents INTEGER NOT NULL, 
	mode VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	source VARCHAR NOT NULL, 
	payer_id INTEGER, 
	label VARCHAR NOT NULL, 
	campaign_id INTEGER, 
	outside_ref VARCHAR, 
	order_ref VARCHAR, 
	check_reason VARCHAR NOT NULL, 
	outside_content VARCHAR NOT NULL, 
	paid_out_on DATE, 
	comment VARCHAR NOT NULL, 
	CONSTRAINT pk_payment PRIMARY KEY (id), 
	CONSTRAINT ck_payment_direction_known CHECK (direction IN ('in', 'out')), 
	CONSTRAINT ck_payment_mode_known CHECK (mode IN ('cash', 'cheque', 'transfer', 'card', 'direct_debit', 'other')), 
	CONSTRAINT ck_payment_source_known CHECK (source IN ('manual', 'helloasso')), 
	CONSTRAINT ck_payment_state_known CHECK (state IN ('received', 'to_check', 'dismissed')), 
	CONSTRAINT ck_payment_amount_cents_is_cents CHECK (CAST(amount_cents AS INTEGER) = amount_cents AND abs(amount_cents) <= 1000000000000), 
	CONSTRAINT ck_payment_amount_not_negative CHECK (amount_cents >= 0), 
	CONSTRAINT fk_payment_campaign_id_campaign FOREIGN KEY(campaign_id) REFERENCES campaign (id), 
	CONSTRAINT fk_payment_payer_id_contact FOREIGN KEY(payer_id) REFERENCES contact (id)
);
INSERT INTO "payment" VALUES(1,'in','2024-01-09',2000,'cheque','received','manual',1,'',NULL,NULL,NULL,'','',NULL,'');
INSERT INTO "payment" VALUES(2,'in','2025-01-20',3000,'cheque','received','manual',1,'',NULL,NULL,NULL,'','',NULL,'');
INSERT INTO "payment" VALUES(3,'in','2025-03-03',2000,'cheque','received','manual',4,'',NULL,NULL,NULL,'','',NULL,'');
INSERT INTO "payment" VALUES(4,'in','2026-02-01',1000,'cheque','received','manual',4,'',NULL,NULL,NULL,'','',NULL,'');
INSERT INTO "payment" VALUES(5,'in','2023-09-01',2000,'cheque','received','manual',6,'',NULL,NULL,NULL,'','',NULL,'');
INSERT INTO "payment" VALUES(6,'in','2026-03-03',4500,'cash','received','manual',4,'',NULL,NULL,NULL,'','',NULL,'');
CREATE TABLE "payment_line" (
	id INTEGER NOT NULL, 
	payment_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	amount_cents INTEGER NOT NULL, 
	label VARCHAR NOT NULL, 
	label_key VARCHAR NOT NULL, 
	membership_id INTEGER, 
	CONSTRAINT pk_payment_line PRIMARY KEY (id), 
	CONSTRAINT ck_payment_line_kind_known CHECK (kind IN ('gift', 'fee', 'registration', 'sale', 'grant', 'expense', 'other')), 
	CONSTRAINT ck_payment_line_amount_cents_is_cents CHECK (CAST(amount_cents AS INTEGER) = amount_cents AND abs(amount_cents) <= 1000000000000), 
	CONSTRAINT fk_payment_line_membership_id_membership FOREIGN KEY(membership_id) REFERENCES membership (id), 
	CONSTRAINT fk_payment_line_payment_id_payment FOREIGN KEY(payment_id) REFERENCES payment (id)
);
INSERT INTO "payment_line" VALUES(1,1,'fee',2000,'Simple','simple',1);
INSERT INTO "payment_line" VALUES(2,2,'fee',3000,'Foyer','foyer',2);
INSERT INTO "payment_line" VALUES(3,3,'fee',2000,'Simple','simple',4);
INSERT INTO "payment_line" VALUES(4,4,'fee',1000,'Simple','simple',5);
INSERT INTO "payment_line" VALUES(5,5,'fee',2000,'Simple','simple',7);
INSERT INTO "payment_line" VALUES(6,6,'gift',4500,'','',NULL);
CREATE TABLE registration (
	id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	source VARCHAR NOT NULL, 
	outside_key VARCHAR NOT NULL, 
	order_ref VARCHAR NOT NULL, 
	registered_on DATE NOT NULL, 
	status VARCHAR NOT NULL, 
	tariff VARCHAR NOT NULL, 
	amount_cents INTEGER NOT NULL, 
	participant_last_name VARCHAR NOT NULL, 
	participant_first_name VARCHAR NOT NULL, 
	contact_id INTEGER, 
	payer_id INTEGER, 
	payment_id INTEGER, 
	answers VARCHAR NOT NULL, 
	outside_content VARCHAR NOT NULL, 
	CONSTRAINT pk_registration PRIMARY KEY (id), 
	CONSTRAINT ck_registration_kind_known CHECK (kind IN ('registration', 'fee')), 
	CONSTRAINT ck_registration_amount_cents_is_cents CHECK (CAST(amount_cents AS INTEGER) = amount_cents AND abs(amount_cents) <= 1000000000000), 
	CONSTRAINT fk_registration_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT fk_registration_payer_id_contact FOREIGN KEY(payer_id) REFERENCES contact (id), 
	CONSTRAINT fk_registration_payment_id_payment FOREIGN KEY(payment_id) REFERENCES payment (id)
);
CREATE TABLE saved_filter (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	name_key VARCHAR NOT NULL, 
	condition VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_saved_filter PRIMARY KEY (id), 
	CONSTRAINT uq_saved_filter_name_key UNIQUE (name_key)
);
CREATE TABLE share_movement (
	id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	contact_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	moved_on DATE NOT NULL, 
	shares INTEGER NOT NULL, 
	nominal_cents INTEGER NOT NULL, 
	note VARCHAR NOT NULL, 
	CONSTRAINT pk_share_movement PRIMARY KEY (id), 
	CONSTRAINT ck_share_movement_kind_known CHECK (kind IN ('subscription', 'withdrawal')), 
	CONSTRAINT ck_share_movement_nominal_cents_is_cents CHECK (CAST(nominal_cents AS INTEGER) = nominal_cents AND abs(nominal_cents) <= 1000000000000), 
	CONSTRAINT ck_share_movement_nominal_positive CHECK (nominal_cents > 0), 
	CONSTRAINT ck_share_movement_shares_positive CHECK (shares > 0), 
	CONSTRAINT fk_share_movement_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT uq_share_movement_number UNIQUE (number)
);
CREATE TABLE stored_file (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	content BLOB NOT NULL, 
	CONSTRAINT pk_stored_file PRIMARY KEY (id), 
	CONSTRAINT uq_stored_file_sha256 UNIQUE (sha256)
);
CREATE TABLE tag (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	sort_key VARCHAR NOT NULL, 
	CONSTRAINT pk_tag PRIMARY KEY (id), 
	CONSTRAINT uq_tag_sort_key UNIQUE (sort_key)
);
INSERT INTO "tag" VALUES(1,'bénévole','benevole');
CREATE TABLE tax_receipt (
	id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	form VARCHAR NOT NULL, 
	form_version VARCHAR NOT NULL, 
	scope VARCHAR NOT NULL, 
	issued_on DATE NOT NULL, 
	issued_at DATETIME NOT NULL, 
	donor_id INTEGER NOT NULL, 
	donor_name VARCHAR NOT NULL, 
	donor_sort_key VARCHAR NOT NULL, 
	amount_cents INTEGER NOT NULL, 
	gift_count INTEGER NOT NULL, 
	snapshot VARCHAR NOT NULL, 
	salt VARCHAR NOT NULL, 
	pdf BLOB NOT NULL, 
	pdf_sha256 VARCHAR NOT NULL, 
	previous_hash VARCHAR NOT NULL, 
	hash VARCHAR NOT NULL, 
	CONSTRAINT pk_tax_receipt PRIMARY KEY (id), 
	CONSTRAINT ck_tax_receipt_scope_known CHECK (scope IN ('donor', 'gift')), 
	CONSTRAINT ck_tax_receipt_amount_cents_is_cents CHECK (CAST(amount_cents AS INTEGER) = amount_cents AND abs(amount_cents) <= 1000000000000), 
	CONSTRAINT ck_tax_receipt_amount_positive CHECK (amount_cents > 0), 
	CONSTRAINT ck_tax_receipt_number_positive CHECK (number > 0), 
	CONSTRAINT fk_tax_receipt_donor_id_contact FOREIGN KEY(donor_id) REFERENCES contact (id), 
	CONSTRAINT uq_tax_receipt_hash UNIQUE (hash), 
	CONSTRAINT uq_tax_receipt_year_number UNIQUE (year, number)
);
CREATE TABLE tax_receipt_gift (
	donation_id INTEGER NOT NULL, 
	receipt_id INTEGER NOT NULL, 
	amount_cents INTEGER NOT NULL, 
	CONSTRAINT pk_tax_receipt_gift PRIMARY KEY (donation_id), 
	CONSTRAINT ck_tax_receipt_gift_amount_cents_is_cents CHECK (CAST(amount_cents AS INTEGER) = amount_cents AND abs(amount_cents) <= 1000000000000), 
	CONSTRAINT fk_tax_receipt_gift_donation_id_donation FOREIGN KEY(donation_id) REFERENCES donation (id), 
	CONSTRAINT fk_tax_receipt_gift_receipt_id_tax_receipt FOREIGN KEY(receipt_id) REFERENCES tax_receipt (id)
);
CREATE TABLE working_group (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	sort_key VARCHAR NOT NULL, 
	CONSTRAINT pk_working_group PRIMARY KEY (id), 
	CONSTRAINT uq_working_group_sort_key UNIQUE (sort_key)
);
CREATE INDEX ix_import_run_sha256 ON import_run (sha256);
CREATE INDEX ix_operation_target_id ON operation (target_id);
CREATE INDEX ix_operation_change_operation_id ON operation_change (operation_id);
CREATE INDEX ix_operation_change_row ON operation_change (table_name, row_id, id);
CREATE INDEX ix_payment_campaign_id ON payment (campaign_id);
CREATE INDEX ix_payment_order_ref ON payment (order_ref);
CREATE INDEX ix_payment_paid_on ON payment (paid_on, id);
CREATE INDEX ix_payment_payer_id ON payment (payer_id);
CREATE UNIQUE INDEX uq_payment_outside_ref ON payment (source, outside_ref);
CREATE INDEX ix_tax_receipt_donor_id ON tax_receipt (donor_id);
CREATE INDEX ix_registration_contact_id ON registration (contact_id);
CREATE INDEX ix_registration_order_ref ON registration (order_ref);
CREATE INDEX ix_registration_payer_id ON registration (payer_id);
CREATE INDEX ix_registration_payment_id ON registration (payment_id);
CREATE UNIQUE INDEX uq_registration_key ON registration (source, outside_key);
CREATE INDEX ix_tax_receipt_gift_receipt_id ON tax_receipt_gift (receipt_id);
CREATE INDEX ix_affiliation_organisation_id ON affiliation (organisation_id);
CREATE INDEX ix_affiliation_person_id ON affiliation (person_id);
CREATE INDEX ix_consent_in_force ON consent (contact_id, purpose, decided_on, id);
CREATE INDEX ix_contact_address_contact_id ON contact_address (contact_id);
CREATE INDEX ix_contact_note_contact_id ON contact_note (contact_id);
CREATE INDEX ix_contact_point_contact_id ON contact_point (contact_id);
CREATE INDEX ix_contact_point_value_key ON contact_point (kind, value_key);
CREATE INDEX ix_contact_reference_contact_id ON contact_reference (contact_id);
CREATE INDEX ix_contact_tag_tag_id ON contact_tag (tag_id);
CREATE INDEX ix_custom_value_field_id ON custom_value (field_id, text);
CREATE INDEX ix_departure_contact_id ON departure (contact_id);
CREATE INDEX ix_group_member_contact_id ON group_member (contact_id);
CREATE INDEX ix_group_member_group_id ON group_member (group_id);
CREATE INDEX ix_not_duplicate_second_id ON not_duplicate (second_id);
CREATE INDEX ix_share_movement_contact_id ON share_movement (contact_id);
CREATE INDEX ix_membership_contact_id ON membership (contact_id);
CREATE INDEX ix_membership_ended_on ON membership (ended_on, id);
CREATE INDEX ix_membership_list ON membership (start_year, name_key, id, cancelled_on, type_id, contact_id, started_on, ended_on, fee_cents, joining_fee_cents, paid_cents);
CREATE INDEX ix_membership_name_key ON membership (name_key, id, cancelled_on, contact_id);
CREATE INDEX ix_membership_previous_id ON membership (previous_id);
CREATE INDEX ix_membership_registration_id ON membership (registration_id);
CREATE INDEX ix_membership_started_on ON membership (started_on, id);
CREATE INDEX ix_membership_type_id ON membership (type_id);
CREATE INDEX ix_instalment_membership_id ON instalment (membership_id);
CREATE INDEX ix_letter_contact_id ON letter (contact_id);
CREATE INDEX ix_letter_membership_id ON letter (membership_id);
CREATE INDEX ix_membership_person_membership_id ON membership_person (membership_id);
CREATE INDEX ix_contact_by_email ON contact (state, email_key, sort_key, id, kind);
CREATE INDEX ix_contact_by_gifts ON contact (state, gift_cents, sort_key, id, kind);
CREATE INDEX ix_contact_by_last_gift ON contact (state, last_gift_on, sort_key, id, kind);
CREATE INDEX ix_contact_by_member_until ON contact (state, member_until, sort_key, id, kind);
CREATE INDEX ix_contact_by_number ON contact (state, number_key, sort_key, id, kind);
CREATE INDEX ix_contact_by_town ON contact (state, city_key, sort_key, id, kind);
CREATE INDEX ix_contact_email_key ON contact (email_key);
CREATE INDEX ix_contact_filters ON contact (state, sort_key, id, kind, member_since, member_until, member_left_on, member_years, gift_cents, last_gift_on, birth_on, postal_code, country, city_key, email_key, household_id);
CREATE INDEX ix_contact_household_id ON contact (household_id);
CREATE INDEX ix_contact_list ON contact (state, sort_key, id, kind, search_text);
CREATE INDEX ix_contact_merged_into_id ON contact (merged_into_id);
CREATE INDEX ix_contact_number_key ON contact (number_key);
CREATE INDEX ix_contact_parent_id ON contact (parent_id);
CREATE INDEX ix_contact_photo_id ON contact (photo_id);
CREATE INDEX ix_contact_sort_key ON contact (sort_key);
CREATE INDEX ix_payment_line_kind ON payment_line (kind, membership_id);
CREATE INDEX ix_payment_line_membership_id ON payment_line (membership_id);
CREATE INDEX ix_payment_line_payment_id ON payment_line (payment_id);
CREATE INDEX ix_imported_row_contact_id ON imported_row (contact_id);
CREATE INDEX ix_imported_row_payment_id ON imported_row (payment_id);
CREATE INDEX ix_imported_row_registration_id ON imported_row (registration_id);
CREATE INDEX ix_imported_row_run_id ON imported_row (run_id);
CREATE INDEX ix_donation_campaign_id ON donation (campaign_id);
CREATE INDEX ix_donation_donor_id ON donation (donor_id);
CREATE INDEX ix_donation_received_on ON donation (received_on, id, is_fee);
CREATE INDEX ix_operation_change_deleted ON operation_change (table_name, id) WHERE kind = 'delete';
CREATE TRIGGER tax_receipt_no_update BEFORE UPDATE ON tax_receipt BEGIN SELECT RAISE(ABORT, 'an issued receipt never changes'); END;
CREATE TRIGGER tax_receipt_no_delete BEFORE DELETE ON tax_receipt BEGIN SELECT RAISE(ABORT, 'an issued receipt is never deleted'); END;
CREATE TRIGGER tax_receipt_dense BEFORE INSERT ON tax_receipt WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM tax_receipt WHERE year = NEW.year) OR NEW.previous_hash <> coalesce((SELECT hash FROM tax_receipt ORDER BY id DESC LIMIT 1), '') OR EXISTS (SELECT 1 FROM tax_receipt WHERE id = NEW.id OR hash = NEW.hash) BEGIN SELECT RAISE(ABORT, 'receipt numbers follow without gap'); END;
CREATE TRIGGER tax_receipt_gift_no_update BEFORE UPDATE ON tax_receipt_gift BEGIN SELECT RAISE(ABORT, 'an issued receipt never changes'); END;
CREATE TRIGGER tax_receipt_gift_no_delete BEFORE DELETE ON tax_receipt_gift BEGIN SELECT RAISE(ABORT, 'an issued receipt never changes'); END;
CREATE TRIGGER tax_receipt_gift_fits BEFORE INSERT ON tax_receipt_gift WHEN EXISTS (SELECT 1 FROM tax_receipt_gift WHERE donation_id = NEW.donation_id) OR NEW.amount_cents <> (SELECT amount_cents FROM donation WHERE id = NEW.donation_id) OR NEW.amount_cents + (SELECT coalesce(sum(amount_cents), 0) FROM tax_receipt_gift WHERE receipt_id = NEW.receipt_id) > (SELECT amount_cents FROM tax_receipt WHERE id = NEW.receipt_id) BEGIN SELECT RAISE(ABORT, 'a gift is on one receipt at most and for its amount'); END;
CREATE TRIGGER donation_frozen BEFORE UPDATE OF payment_line_id, received_on, amount_cents, mode, nature, form, ineligibility, outside_receipt ON donation WHEN EXISTS (SELECT 1 FROM tax_receipt_gift WHERE donation_id = OLD.id) BEGIN SELECT RAISE(ABORT, 'a gift on a receipt never changes'); END;
CREATE TRIGGER donation_keeps_donor BEFORE UPDATE OF donor_id ON donation WHEN EXISTS (SELECT 1 FROM tax_receipt_gift WHERE donation_id = OLD.id) AND NEW.donor_id IS NOT OLD.donor_id AND NOT EXISTS (SELECT 1 FROM tax_receipt_gift g JOIN tax_receipt r ON r.id = g.receipt_id JOIN contact a ON a.id = r.donor_id LEFT JOIN contact b ON b.id = a.merged_into_id WHERE g.donation_id = OLD.id AND NEW.donor_id IN (r.donor_id, a.merged_into_id, b.merged_into_id)) BEGIN SELECT RAISE(ABORT, 'a gift on a receipt never changes'); END;
CREATE TRIGGER donation_kept BEFORE DELETE ON donation WHEN EXISTS (SELECT 1 FROM tax_receipt_gift WHERE donation_id = OLD.id) BEGIN SELECT RAISE(ABORT, 'a gift on a receipt is never deleted'); END;
CREATE TRIGGER payment_line_frozen BEFORE UPDATE OF payment_id, kind, amount_cents ON payment_line WHEN EXISTS (SELECT 1 FROM tax_receipt_gift g JOIN donation d ON d.id = g.donation_id WHERE d.payment_line_id = OLD.id) BEGIN SELECT RAISE(ABORT, 'a gift on a receipt never changes'); END;
CREATE TRIGGER payment_frozen BEFORE UPDATE OF direction, paid_on, amount_cents, mode, state ON payment WHEN EXISTS (SELECT 1 FROM tax_receipt_gift g JOIN donation d ON d.id = g.donation_id JOIN payment_line l ON l.id = d.payment_line_id WHERE l.payment_id = OLD.id) BEGIN SELECT RAISE(ABORT, 'a gift on a receipt never changes'); END;
CREATE TRIGGER payment_keeps_payer BEFORE UPDATE OF payer_id ON payment WHEN EXISTS (SELECT 1 FROM tax_receipt_gift g JOIN donation d ON d.id = g.donation_id JOIN payment_line l ON l.id = d.payment_line_id WHERE l.payment_id = OLD.id) AND NEW.payer_id IS NOT OLD.payer_id AND NOT EXISTS (SELECT 1 FROM contact WHERE id = OLD.payer_id AND merged_into_id = NEW.payer_id OR id = NEW.payer_id AND merged_into_id = OLD.payer_id) BEGIN SELECT RAISE(ABORT, 'a gift on a receipt never changes'); END;
CREATE TRIGGER stored_file_no_update BEFORE UPDATE ON stored_file BEGIN SELECT RAISE(ABORT, 'a stored file never changes'); END;
CREATE TRIGGER share_movement_dense BEFORE INSERT ON share_movement WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM share_movement) BEGIN SELECT RAISE(ABORT, 'numbers of the register of shares follow without gap'); END;
CREATE TRIGGER share_movement_last BEFORE DELETE ON share_movement WHEN OLD.number < (SELECT max(number) FROM share_movement) BEGIN SELECT RAISE(ABORT, 'only the last movement of shares can be taken back'); END;
CREATE TRIGGER donation_counted_in AFTER INSERT ON donation BEGIN UPDATE contact SET gift_cents = coalesce((SELECT sum(d.amount_cents) FROM donation d JOIN payment_line l ON l.id = d.payment_line_id JOIN payment p ON p.id = l.payment_id WHERE d.donor_id = contact.id AND l.kind = 'gift' AND p.state = 'received'), 0), last_gift_on = (SELECT max(d.received_on) FROM donation d JOIN payment_line l ON l.id = d.payment_line_id JOIN payment p ON p.id = l.payment_id WHERE d.donor_id = contact.id AND l.kind = 'gift' AND p.state = 'received') WHERE id IN (NEW.donor_id); END;
CREATE TRIGGER donation_counted_out AFTER DELETE ON donation BEGIN UPDATE contact SET gift_cents = coalesce((SELECT sum(d.amount_cents) FROM donation d JOIN payment_line l ON l.id = d.payment_line_id JOIN payment p ON p.id = l.payment_id WHERE d.donor_id = contact.id AND l.kind = 'gift' AND p.state = 'received'), 0), last_gift_on = (SELECT max(d.received_on) FROM donation d JOIN payment_line l ON l.id = d.payment_line_id JOIN payment p ON p.id = l.payment_id WHERE d.donor_id = contact.id AND l.kind = 'gift' AND p.state = 'received') WHERE id IN (OLD.donor_id); END;
CREATE TRIGGER donation_counted_again AFTER UPDATE OF donor_id, amount_cents, received_on, payment_line_id ON donation BEGIN UPDATE contact SET gift_cents = coalesce((SELECT sum(d.amount_cents) FROM donation d JOIN payment_line l ON l.id = d.payment_line_id JOIN payment p ON p.id = l.payment_id WHERE d.donor_id = contact.id AND l.kind = 'gift' AND p.state = 'received'), 0), last_gift_on = (SELECT max(d.received_on) FROM donation d JOIN payment_line l ON l.id = d.payment_line_id JOIN payment p ON p.id = l.payment_id WHERE d.donor_id = contact.id AND l.kind = 'gift' AND p.state = 'received') WHERE id IN (OLD.donor_id, NEW.donor_id); END;
CREATE TRIGGER payment_line_counted_in AFTER INSERT ON payment_line BEGIN UPDATE membership SET paid_cents = (SELECT coalesce(sum(CASE p.direction WHEN 'in' THEN l.amount_cents ELSE -l.amount_cents END), 0) FROM payment_line l JOIN payment p ON p.id = l.payment_id WHERE l.membership_id = membership.id AND p.state = 'received') WHERE id IN (NEW.membership_id); END;
CREATE TRIGGER payment_line_counted_out AFTER DELETE ON payment_line BEGIN UPDATE membership SET paid_cents = (SELECT coalesce(sum(CASE p.direction WHEN 'in' THEN l.amount_cents ELSE -l.amount_cents END), 0) FROM payment_line l JOIN payment p ON p.id = l.payment_id WHERE l.membership_id = membership.id AND p.state = 'received') WHERE id IN (OLD.membership_id); END;
CREATE TRIGGER payment_line_counted_again AFTER UPDATE OF membership_id, amount_cents ON payment_line BEGIN UPDATE membership SET paid_cents = (SELECT coalesce(sum(CASE p.direction WHEN 'in' THEN l.amount_cents ELSE -l.amount_cents END), 0) FROM payment_line l JOIN payment p ON p.id = l.payment_id WHERE l.membership_id = membership.id AND p.state = 'received') WHERE id IN (OLD.membership_id, NEW.membership_id); END;
CREATE TRIGGER membership_person_counted_in AFTER INSERT ON membership_person BEGIN UPDATE contact SET member_since = (SELECT min(m.started_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL), member_until = (SELECT max(m.ended_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0)), member_left_on = (SELECT max(x.left_on) FROM departure x WHERE x.contact_id = contact.id AND x.left_on >= coalesce((SELECT max(m.started_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL), x.left_on)), member_years = coalesce((SELECT group_concat(y, ' ') FROM (SELECT m.start_year AS y FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) UNION SELECT CAST(substr(m.ended_on, 1, 4) AS INTEGER) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) UNION SELECT m.start_year || '+' FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) AND CAST(substr(m.ended_on, 1, 4) AS INTEGER) > m.start_year + 1)), '') WHERE id IN (NEW.contact_id); END;
CREATE TRIGGER membership_person_counted_out AFTER DELETE ON membership_person BEGIN UPDATE contact SET member_since = (SELECT min(m.started_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL), member_until = (SELECT max(m.ended_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0)), member_left_on = (SELECT max(x.left_on) FROM departure x WHERE x.contact_id = contact.id AND x.left_on >= coalesce((SELECT max(m.started_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL), x.left_on)), member_years = coalesce((SELECT group_concat(y, ' ') FROM (SELECT m.start_year AS y FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) UNION SELECT CAST(substr(m.ended_on, 1, 4) AS INTEGER) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) UNION SELECT m.start_year || '+' FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) AND CAST(substr(m.ended_on, 1, 4) AS INTEGER) > m.start_year + 1)), '') WHERE id IN (OLD.contact_id); END;
CREATE TRIGGER membership_person_counted_again AFTER UPDATE OF contact_id, membership_id ON membership_person BEGIN UPDATE contact SET member_since = (SELECT min(m.started_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL), member_until = (SELECT max(m.ended_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0)), member_left_on = (SELECT max(x.left_on) FROM departure x WHERE x.contact_id = contact.id AND x.left_on >= coalesce((SELECT max(m.started_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL), x.left_on)), member_years = coalesce((SELECT group_concat(y, ' ') FROM (SELECT m.start_year AS y FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) UNION SELECT CAST(substr(m.ended_on, 1, 4) AS INTEGER) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) UNION SELECT m.start_year || '+' FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) AND CAST(substr(m.ended_on, 1, 4) AS INTEGER) > m.start_year + 1)), '') WHERE id IN (OLD.contact_id, NEW.contact_id); END;
CREATE TRIGGER departure_counted_in AFTER INSERT ON departure BEGIN UPDATE contact SET member_since = (SELECT min(m.started_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL), member_until = (SELECT max(m.ended_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0)), member_left_on = (SELECT max(x.left_on) FROM departure x WHERE x.contact_id = contact.id AND x.left_on >= coalesce((SELECT max(m.started_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL), x.left_on)), member_years = coalesce((SELECT group_concat(y, ' ') FROM (SELECT m.start_year AS y FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) UNION SELECT CAST(substr(m.ended_on, 1, 4) AS INTEGER) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) UNION SELECT m.start_year || '+' FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) AND CAST(substr(m.ended_on, 1, 4) AS INTEGER) > m.start_year + 1)), '') WHERE id IN (NEW.contact_id); END;
CREATE TRIGGER departure_counted_out AFTER DELETE ON departure BEGIN UPDATE contact SET member_since = (SELECT min(m.started_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL), member_until = (SELECT max(m.ended_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0)), member_left_on = (SELECT max(x.left_on) FROM departure x WHERE x.contact_id = contact.id AND x.left_on >= coalesce((SELECT max(m.started_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL), x.left_on)), member_years = coalesce((SELECT group_concat(y, ' ') FROM (SELECT m.start_year AS y FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) UNION SELECT CAST(substr(m.ended_on, 1, 4) AS INTEGER) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) UNION SELECT m.start_year || '+' FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) AND CAST(substr(m.ended_on, 1, 4) AS INTEGER) > m.start_year + 1)), '') WHERE id IN (OLD.contact_id); END;
CREATE TRIGGER departure_counted_again AFTER UPDATE OF contact_id, left_on ON departure BEGIN UPDATE contact SET member_since = (SELECT min(m.started_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL), member_until = (SELECT max(m.ended_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0)), member_left_on = (SELECT max(x.left_on) FROM departure x WHERE x.contact_id = contact.id AND x.left_on >= coalesce((SELECT max(m.started_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL), x.left_on)), member_years = coalesce((SELECT group_concat(y, ' ') FROM (SELECT m.start_year AS y FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) UNION SELECT CAST(substr(m.ended_on, 1, 4) AS INTEGER) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) UNION SELECT m.start_year || '+' FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) AND CAST(substr(m.ended_on, 1, 4) AS INTEGER) > m.start_year + 1)), '') WHERE id IN (OLD.contact_id, NEW.contact_id); END;
CREATE TRIGGER payment_counted_again AFTER UPDATE OF state, direction ON payment BEGIN UPDATE contact SET gift_cents = coalesce((SELECT sum(d.amount_cents) FROM donation d JOIN payment_line l ON l.id = d.payment_line_id JOIN payment p ON p.id = l.payment_id WHERE d.donor_id = contact.id AND l.kind = 'gift' AND p.state = 'received'), 0), last_gift_on = (SELECT max(d.received_on) FROM donation d JOIN payment_line l ON l.id = d.payment_line_id JOIN payment p ON p.id = l.payment_id WHERE d.donor_id = contact.id AND l.kind = 'gift' AND p.state = 'received') WHERE id IN (SELECT d.donor_id FROM donation d JOIN payment_line l ON l.id = d.payment_line_id WHERE l.payment_id = NEW.id); UPDATE membership SET paid_cents = (SELECT coalesce(sum(CASE p.direction WHEN 'in' THEN l.amount_cents ELSE -l.amount_cents END), 0) FROM payment_line l JOIN payment p ON p.id = l.payment_id WHERE l.membership_id = membership.id AND p.state = 'received') WHERE id IN (SELECT membership_id FROM payment_line WHERE payment_id = NEW.id); END;
CREATE TRIGGER membership_counted_again AFTER UPDATE OF started_on, ended_on, fee_cents, joining_fee_cents, instalment_count, cancelled_on, paid_cents ON membership BEGIN UPDATE contact SET member_since = (SELECT min(m.started_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL), member_until = (SELECT max(m.ended_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0)), member_left_on = (SELECT max(x.left_on) FROM departure x WHERE x.contact_id = contact.id AND x.left_on >= coalesce((SELECT max(m.started_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL), x.left_on)), member_years = coalesce((SELECT group_concat(y, ' ') FROM (SELECT m.start_year AS y FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) UNION SELECT CAST(substr(m.ended_on, 1, 4) AS INTEGER) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) UNION SELECT m.start_year || '+' FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) AND CAST(substr(m.ended_on, 1, 4) AS INTEGER) > m.start_year + 1)), '') WHERE id IN (SELECT contact_id FROM membership_person WHERE membership_id = NEW.id); END;
CREATE TRIGGER membership_named AFTER INSERT ON membership BEGIN UPDATE membership SET name_key = (SELECT sort_key FROM contact WHERE contact.id = membership.contact_id) WHERE id = NEW.id; END;
CREATE TRIGGER membership_named_again AFTER UPDATE OF contact_id ON membership BEGIN UPDATE membership SET name_key = (SELECT sort_key FROM contact WHERE contact.id = membership.contact_id) WHERE id = NEW.id; END;
CREATE TRIGGER membership_follows_name AFTER UPDATE OF sort_key ON contact BEGIN UPDATE membership SET name_key = (SELECT sort_key FROM contact WHERE contact.id = membership.contact_id) WHERE contact_id = NEW.id; END;
CREATE TRIGGER contact_keyed_in AFTER INSERT ON contact BEGIN INSERT OR IGNORE INTO contact_key (key, contact_id) SELECT value, NEW.id FROM json_each(nullif(NEW.match_keys, '')); END;
CREATE TRIGGER contact_keyed_out AFTER DELETE ON contact BEGIN DELETE FROM contact_key WHERE contact_id = OLD.id AND key IN (SELECT value FROM json_each(nullif(OLD.match_keys, ''))); END;
CREATE TRIGGER contact_keyed_again AFTER UPDATE OF match_keys ON contact BEGIN DELETE FROM contact_key WHERE contact_id = OLD.id AND key IN (SELECT value FROM json_each(nullif(OLD.match_keys, ''))); INSERT OR IGNORE INTO contact_key (key, contact_id) SELECT value, NEW.id FROM json_each(nullif(NEW.match_keys, '')); END;
COMMIT;
