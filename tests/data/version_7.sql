-- A file of schema version 7, dumped as the program of its time wrote it. Everybody is invented.
BEGIN TRANSACTION;
CREATE TABLE account (
	id INTEGER NOT NULL, 
	number VARCHAR NOT NULL, 
	label VARCHAR NOT NULL, 
	label_key VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	status VARCHAR NOT NULL, 
	is_open BOOLEAN DEFAULT 1 NOT NULL, 
	note VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_account PRIMARY KEY (id), 
	CONSTRAINT ck_account_kind_known CHECK (kind IN ('liability', 'asset', 'either', 'expense', 'income', 'volunteering_expense', 'volunteering_income', 'special')), 
	CONSTRAINT ck_account_status_known CHECK (status IN ('official', 'usual', 'optional', 'uncertain', 'own')), 
	CONSTRAINT ck_account_number_of_a_class CHECK (substr(number, 1, 1) BETWEEN '1' AND '8'), 
	CONSTRAINT uq_account_number UNIQUE (number)
);
INSERT INTO "account" VALUES(1,'1021','Première situation nette établie','premiere situation nette etablie','liability','official',1,'');
INSERT INTO "account" VALUES(2,'1022','Fonds statutaires (à subdiviser en fonction des statuts)','fonds statutaires a subdiviser en fonction des statuts','liability','official',1,'');
INSERT INTO "account" VALUES(3,'1024','Autres fonds propres sans droit de reprise','autres fonds propres sans droit de reprise','liability','official',1,'');
INSERT INTO "account" VALUES(4,'103','Fonds propres avec droit de reprise','fonds propres avec droit de reprise','liability','official',1,'');
INSERT INTO "account" VALUES(5,'1063','Réserves statutaires ou contractuelles','reserves statutaires ou contractuelles','liability','official',1,'');
INSERT INTO "account" VALUES(6,'1068','Réserves pour projet de l''entité','reserves pour projet de l entite','liability','official',1,'');
INSERT INTO "account" VALUES(7,'110','Report à nouveau - solde créditeur','report a nouveau solde crediteur','liability','official',1,'');
INSERT INTO "account" VALUES(8,'119','Report à nouveau - solde débiteur','report a nouveau solde debiteur','liability','official',1,'');
INSERT INTO "account" VALUES(9,'120','Résultat de l''exercice - excédent','resultat de l exercice excedent','liability','official',1,'');
INSERT INTO "account" VALUES(10,'129','Résultat de l''exercice - déficit','resultat de l exercice deficit','liability','official',1,'');
INSERT INTO "account" VALUES(11,'131','Subventions d''investissement octroyées','subventions d investissement octroyees','liability','official',1,'');
INSERT INTO "account" VALUES(12,'139','Subventions d''investissement inscrites au compte de résultat','subventions d investissement inscrites au compte de resultat','liability','official',1,'');
INSERT INTO "account" VALUES(13,'164','Emprunts auprès des établissements de crédit','emprunts aupres des etablissements de credit','liability','official',1,'');
INSERT INTO "account" VALUES(14,'165','Dépôts et cautionnements reçus','depots et cautionnements recus','liability','official',1,'');
INSERT INTO "account" VALUES(15,'194','Fonds dédiés sur subventions d''exploitation','fonds dedies sur subventions d exploitation','liability','official',1,'');
INSERT INTO "account" VALUES(16,'195','Fonds dédiés sur contributions financières d''autres organismes','fonds dedies sur contributions financieres d autres organismes','liability','official',1,'');
INSERT INTO "account" VALUES(17,'196','Fonds dédiés sur ressources liées à la générosité du public','fonds dedies sur ressources liees a la generosite du public','liability','official',1,'');
INSERT INTO "account" VALUES(18,'205','Concessions et droits similaires, brevets, licences, marques, procédés, solutions informatiques, droits et valeurs similaires','concessions et droits similaires brevets licences marques procedes solutions informatiques droits et valeurs similaires','asset','official',1,'');
INSERT INTO "account" VALUES(19,'2182','Matériel de transport','materiel de transport','asset','optional',1,'');
INSERT INTO "account" VALUES(20,'2183','Matériel de bureau et matériel informatique','materiel de bureau et materiel informatique','asset','optional',1,'');
INSERT INTO "account" VALUES(21,'2184','Mobilier','mobilier','asset','optional',1,'');
INSERT INTO "account" VALUES(22,'261','Titres de participation','titres de participation','asset','official',1,'');
INSERT INTO "account" VALUES(23,'275','Dépôts et cautionnements versés','depots et cautionnements verses','asset','official',1,'');
INSERT INTO "account" VALUES(24,'2805','Amortissements des concessions, brevets, licences, logiciels et droits similaires','amortissements des concessions brevets licences logiciels et droits similaires','asset','official',1,'');
INSERT INTO "account" VALUES(25,'2818','Amortissements des autres immobilisations corporelles','amortissements des autres immobilisations corporelles','asset','official',1,'');
INSERT INTO "account" VALUES(26,'37','Stocks de marchandises','stocks de marchandises','asset','official',1,'');
INSERT INTO "account" VALUES(27,'401','Fournisseurs','fournisseurs','liability','official',1,'');
INSERT INTO "account" VALUES(28,'408','Fournisseurs - Factures non parvenues','fournisseurs factures non parvenues','liability','official',1,'');
INSERT INTO "account" VALUES(29,'4091','Fournisseurs - Avances et acomptes versés sur commandes','fournisseurs avances et acomptes verses sur commandes','asset','official',1,'');
INSERT INTO "account" VALUES(30,'411','Clients, adhérents, usagers','clients adherents usagers','asset','official',1,'');
INSERT INTO "account" VALUES(31,'4112','Adhérents - Cotisations à recevoir','adherents cotisations a recevoir','asset','usual',1,'');
INSERT INTO "account" VALUES(32,'416','Clients, adhérents, usagers douteux ou litigieux','clients adherents usagers douteux ou litigieux','asset','official',1,'');
INSERT INTO "account" VALUES(33,'419','Clients, adhérents, usagers créditeurs','clients adherents usagers crediteurs','liability','official',1,'');
INSERT INTO "account" VALUES(34,'421','Personnel - Rémunérations dues','personnel remunerations dues','liability','official',1,'');
INSERT INTO "account" VALUES(35,'425','Personnel - Avances et acomptes et autres comptes débiteurs','personnel avances et acomptes et autres comptes debiteurs','asset','official',1,'');
INSERT INTO "account" VALUES(36,'4282','Dettes provisionnées pour congés à payer','dettes provisionnees pour conges a payer','liability','optional',1,'');
INSERT INTO "account" VALUES(37,'431','Sécurité sociale','securite sociale','liability','official',1,'');
INSERT INTO "account" VALUES(38,'437','Autres organismes sociaux','autres organismes sociaux','liability','official',1,'');
INSERT INTO "account" VALUES(39,'4386','Autres charges à payer','autres charges a payer','liability','optional',1,'');
INSERT INTO "account" VALUES(40,'4411','État - Subventions d''investissement à recevoir','etat subventions d investissement a recevoir','asset','usual',1,'');
INSERT INTO "account" VALUES(41,'4417','État - Subventions d''exploitation à recevoir','etat subventions d exploitation a recevoir','asset','usual',1,'');
INSERT INTO "account" VALUES(42,'4421','Prélèvements à la source (Impôt sur le revenu)','prelevements a la source impot sur le revenu','liability','optional',1,'');
INSERT INTO "account" VALUES(43,'447','Autres impôts, taxes et versements assimilés','autres impots taxes et versements assimiles','liability','official',1,'');
INSERT INTO "account" VALUES(44,'455','Partenaires - Comptes courants','partenaires comptes courants','either','official',1,'');
INSERT INTO "account" VALUES(45,'467','Divers comptes débiteurs et produits à recevoir','divers comptes debiteurs et produits a recevoir','asset','official',1,'');
INSERT INTO "account" VALUES(46,'468','Divers comptes créditeurs et charges à payer','divers comptes crediteurs et charges a payer','liability','official',1,'');
INSERT INTO "account" VALUES(47,'4681','Frais des bénévoles','frais des benevoles','liability','official',1,'');
INSERT INTO "account" VALUES(48,'471','Comptes d''attente','comptes d attente','either','optional',1,'');
INSERT INTO "account" VALUES(49,'486','Charges constatées d''avance','charges constatees d avance','asset','official',1,'');
INSERT INTO "account" VALUES(50,'487','Produits constatés d''avance','produits constates d avance','liability','official',1,'');
INSERT INTO "account" VALUES(51,'503','Actions','actions','asset','official',1,'');
INSERT INTO "account" VALUES(52,'508','Autres valeurs mobilières de placement et autres créances assimilées','autres valeurs mobilieres de placement et autres creances assimilees','asset','official',1,'');
INSERT INTO "account" VALUES(53,'511','Valeurs à l''encaissement','valeurs a l encaissement','asset','official',1,'');
INSERT INTO "account" VALUES(54,'5112','Chèques à encaisser','cheques a encaisser','asset','optional',1,'');
INSERT INTO "account" VALUES(55,'5115','Cartes bancaires à encaisser','cartes bancaires a encaisser','asset','usual',1,'');
INSERT INTO "account" VALUES(56,'5121','Comptes en euros','comptes en euros','either','optional',1,'');
INSERT INTO "account" VALUES(57,'517','Autres organismes financiers','autres organismes financiers','either','official',1,'');
INSERT INTO "account" VALUES(58,'531','Caisse siège','caisse siege','asset','usual',1,'');
INSERT INTO "account" VALUES(59,'58','Virements internes','virements internes','either','official',1,'');
INSERT INTO "account" VALUES(60,'6037','Variation des stocks de marchandises','variation des stocks de marchandises','expense','official',1,'');
INSERT INTO "account" VALUES(61,'604','Achats d''études et prestations de services','achats d etudes et prestations de services','expense','official',1,'');
INSERT INTO "account" VALUES(62,'6061','Fournitures non stockables (eau, énergie, etc.)','fournitures non stockables eau energie etc.','expense','optional',1,'');
INSERT INTO "account" VALUES(63,'6063','Fournitures d''entretien et de petit équipement','fournitures d entretien et de petit equipement','expense','optional',1,'');
INSERT INTO "account" VALUES(64,'6064','Fournitures administratives','fournitures administratives','expense','optional',1,'');
INSERT INTO "account" VALUES(65,'6068','Autres matières et fournitures','autres matieres et fournitures','expense','optional',1,'');
INSERT INTO "account" VALUES(66,'607','Achats de marchandises','achats de marchandises','expense','official',1,'');
INSERT INTO "account" VALUES(67,'611','Sous-traitance générale','sous traitance generale','expense','official',1,'');
INSERT INTO "account" VALUES(68,'6132','Locations immobilières','locations immobilieres','expense','optional',1,'');
INSERT INTO "account" VALUES(69,'6135','Locations mobilières','locations mobilieres','expense','optional',1,'');
INSERT INTO "account" VALUES(70,'614','Charges locatives et de copropriété','charges locatives et de copropriete','expense','official',1,'');
INSERT INTO "account" VALUES(71,'6152','Entretien et réparation sur biens immobiliers','entretien et reparation sur biens immobiliers','expense','optional',1,'');
INSERT INTO "account" VALUES(72,'6155','Entretien et réparation sur biens mobiliers','entretien et reparation sur biens mobiliers','expense','optional',1,'');
INSERT INTO "account" VALUES(73,'6156','Maintenance','maintenance','expense','optional',1,'');
INSERT INTO "account" VALUES(74,'616','Primes d''assurances','primes d assurances','expense','official',1,'');
INSERT INTO "account" VALUES(75,'617','Études et recherches','etudes et recherches','expense','official',1,'');
INSERT INTO "account" VALUES(76,'6181','Documentation générale','documentation generale','expense','optional',1,'');
INSERT INTO "account" VALUES(77,'6185','Frais de colloques, séminaires, conférences','frais de colloques seminaires conferences','expense','optional',1,'');
INSERT INTO "account" VALUES(78,'6226','Honoraires','honoraires','expense','optional',1,'');
INSERT INTO "account" VALUES(79,'623','Publicité, publications, relations publiques','publicite publications relations publiques','expense','official',1,'');
INSERT INTO "account" VALUES(80,'6236','Catalogues et imprimés','catalogues et imprimes','expense','optional',1,'');
INSERT INTO "account" VALUES(81,'6241','Transports sur achats','transports sur achats','expense','optional',1,'');
INSERT INTO "account" VALUES(82,'6251','Voyages et déplacements','voyages et deplacements','expense','optional',1,'');
INSERT INTO "account" VALUES(83,'6256','Missions','missions','expense','optional',1,'');
INSERT INTO "account" VALUES(84,'6257','Réceptions','receptions','expense','optional',1,'');
INSERT INTO "account" VALUES(85,'626','Frais postaux et de télécommunications','frais postaux et de telecommunications','expense','official',1,'');
INSERT INTO "account" VALUES(86,'627','Services bancaires et assimilés','services bancaires et assimiles','expense','official',1,'');
INSERT INTO "account" VALUES(87,'6281','Concours divers (cotisations)','concours divers cotisations','expense','optional',1,'');
INSERT INTO "account" VALUES(88,'6311','Taxe sur les salaires','taxe sur les salaires','expense','optional',1,'');
INSERT INTO "account" VALUES(89,'633','Impôts, taxes et versements assimilés sur rémunérations (autres organismes)','impots taxes et versements assimiles sur remunerations autres organismes','expense','official',1,'');
INSERT INTO "account" VALUES(90,'635','Autres impôts, taxes et versements assimilés (administrations des impôts)','autres impots taxes et versements assimiles administrations des impots','expense','official',1,'');
INSERT INTO "account" VALUES(91,'637','Autres impôts, taxes et versements assimilés (autres organismes)','autres impots taxes et versements assimiles autres organismes','expense','official',1,'');
INSERT INTO "account" VALUES(92,'6411','Salaires, appointements','salaires appointements','expense','optional',1,'');
INSERT INTO "account" VALUES(93,'645','Cotisations de sécurité sociale et de prévoyance','cotisations de securite sociale et de prevoyance','expense','official',1,'');
INSERT INTO "account" VALUES(94,'6475','Médecine du travail, pharmacie','medecine du travail pharmacie','expense','optional',1,'');
INSERT INTO "account" VALUES(95,'648','Autres charges de personnel','autres charges de personnel','expense','official',1,'');
INSERT INTO "account" VALUES(96,'649','Remboursements de charges de personnel','remboursements de charges de personnel','expense','official',1,'');
INSERT INTO "account" VALUES(97,'651','Redevances pour concessions, brevets, licences, marques, procédés, solutions informatiques, droits et valeurs similaires','redevances pour concessions brevets licences marques procedes solutions informatiques droits et valeurs similaires','expense','official',1,'');
INSERT INTO "account" VALUES(98,'6516','Droits d''auteur et de reproduction','droits d auteur et de reproduction','expense','optional',1,'');
INSERT INTO "account" VALUES(99,'654','Pertes sur créances irrécouvrables','pertes sur creances irrecouvrables','expense','official',1,'');
INSERT INTO "account" VALUES(100,'6571','Aides financières octroyées','aides financieres octroyees','expense','official',1,'');
INSERT INTO "account" VALUES(101,'658','Pénalités et autres charges','penalites et autres charges','expense','official',1,'');
INSERT INTO "account" VALUES(102,'6588','Autres charges de gestion courante','autres charges de gestion courante','expense','usual',1,'');
INSERT INTO "account" VALUES(103,'6611','Intérêts des emprunts et dettes','interets des emprunts et dettes','expense','optional',1,'');
INSERT INTO "account" VALUES(104,'6616','Intérêts bancaires et sur opérations de financement (escompte…)','interets bancaires et sur operations de financement escompte...','expense','optional',1,'');
INSERT INTO "account" VALUES(105,'668','Autres charges financières','autres charges financieres','expense','official',1,'');
INSERT INTO "account" VALUES(106,'678','Autres charges exceptionnelles','autres charges exceptionnelles','expense','official',1,'');
INSERT INTO "account" VALUES(107,'68112','Immobilisations corporelles','immobilisations corporelles','expense','optional',1,'');
INSERT INTO "account" VALUES(108,'6815','Dotations aux provisions d''exploitation','dotations aux provisions d exploitation','expense','official',1,'');
INSERT INTO "account" VALUES(109,'6817','Dotations pour dépréciations des actifs circulants','dotations pour depreciations des actifs circulants','expense','official',1,'');
INSERT INTO "account" VALUES(110,'6894','Reports en fonds dédiés sur subventions d''exploitation','reports en fonds dedies sur subventions d exploitation','expense','official',1,'');
INSERT INTO "account" VALUES(111,'6895','Reports en fonds dédiés sur contributions financières d''autres organismes','reports en fonds dedies sur contributions financieres d autres organismes','expense','official',1,'');
INSERT INTO "account" VALUES(112,'6896','Reports en fonds dédiés sur ressources liées à la générosité du public','reports en fonds dedies sur ressources liees a la generosite du public','expense','official',1,'');
INSERT INTO "account" VALUES(113,'695','Impôts sur les bénéfices','impots sur les benefices','expense','official',1,'');
INSERT INTO "account" VALUES(114,'706','Prestations de services','prestations de services','income','official',1,'');
INSERT INTO "account" VALUES(115,'7061','Participations aux activités','participations aux activites','income','own',1,'');
INSERT INTO "account" VALUES(116,'7063','Parrainages','parrainages','income','official',1,'');
INSERT INTO "account" VALUES(117,'707','Ventes de marchandises','ventes de marchandises','income','official',1,'');
INSERT INTO "account" VALUES(118,'7071','Ventes de marchandises','ventes de marchandises','income','own',1,'');
INSERT INTO "account" VALUES(119,'7073','Ventes de dons en nature','ventes de dons en nature','income','official',1,'');
INSERT INTO "account" VALUES(120,'708','Produits des activités annexes','produits des activites annexes','income','official',1,'');
INSERT INTO "account" VALUES(121,'7083','Locations diverses','locations diverses','income','optional',1,'');
INSERT INTO "account" VALUES(122,'7088','Autres produits d''activités annexes (cessions d''approvisionnements)','autres produits d activites annexes cessions d approvisionnements','income','optional',1,'');
INSERT INTO "account" VALUES(123,'730','Concours publics','concours publics','income','official',1,'');
INSERT INTO "account" VALUES(124,'741','Subventions d''exploitation','subventions d exploitation','income','official',1,'');
INSERT INTO "account" VALUES(125,'747','Quote-part des subventions d''investissement virée au résultat de l''exercice','quote part des subventions d investissement viree au resultat de l exercice','income','official',1,'');
INSERT INTO "account" VALUES(126,'751','Redevances pour concessions, brevets, licences, marques, procédés, solutions informatiques, droits et valeurs similaires','redevances pour concessions brevets licences marques procedes solutions informatiques droits et valeurs similaires','income','official',1,'');
INSERT INTO "account" VALUES(127,'7531','Versements des fondateurs','versements des fondateurs','income','official',1,'');
INSERT INTO "account" VALUES(128,'75411','Dons manuels','dons manuels','income','official',1,'');
INSERT INTO "account" VALUES(129,'75412','Abandons de frais par les bénévoles','abandons de frais par les benevoles','income','official',1,'');
INSERT INTO "account" VALUES(130,'7542','Mécénats','mecenats','income','official',1,'');
INSERT INTO "account" VALUES(131,'75432','Legs ou donations','legs ou donations','income','official',1,'');
INSERT INTO "account" VALUES(132,'7551','Contributions financières d''autres organismes','contributions financieres d autres organismes','income','official',1,'');
INSERT INTO "account" VALUES(133,'7561','Cotisations sans contrepartie','cotisations sans contrepartie','income','official',1,'');
INSERT INTO "account" VALUES(134,'7562','Cotisations avec contrepartie','cotisations avec contrepartie','income','official',1,'');
INSERT INTO "account" VALUES(135,'7587','Indemnités d''assurance','indemnites d assurance','income','optional',1,'');
INSERT INTO "account" VALUES(136,'7588','Autres produits divers de gestion courante','autres produits divers de gestion courante','income','usual',1,'');
INSERT INTO "account" VALUES(137,'764','Revenus des valeurs mobilières de placement','revenus des valeurs mobilieres de placement','income','official',1,'');
INSERT INTO "account" VALUES(138,'768','Autres produits financiers','autres produits financiers','income','official',1,'');
INSERT INTO "account" VALUES(139,'778','Autres produits exceptionnels','autres produits exceptionnels','income','official',1,'');
INSERT INTO "account" VALUES(140,'7811','Reprises sur amortissements des immobilisations incorporelles et corporelles','reprises sur amortissements des immobilisations incorporelles et corporelles','income','official',1,'');
INSERT INTO "account" VALUES(141,'7815','Reprises sur provisions d''exploitation','reprises sur provisions d exploitation','income','official',1,'');
INSERT INTO "account" VALUES(142,'7817','Reprises sur dépréciations des actifs circulants','reprises sur depreciations des actifs circulants','income','official',1,'');
INSERT INTO "account" VALUES(143,'7894','Utilisations des fonds dédiés sur subventions d''exploitation','utilisations des fonds dedies sur subventions d exploitation','income','official',1,'');
INSERT INTO "account" VALUES(144,'7895','Utilisations des fonds dédiés sur contributions financières d''autres organismes','utilisations des fonds dedies sur contributions financieres d autres organismes','income','official',1,'');
INSERT INTO "account" VALUES(145,'7896','Utilisations des fonds dédiés sur ressources liées à la générosité du public','utilisations des fonds dedies sur ressources liees a la generosite du public','income','official',1,'');
INSERT INTO "account" VALUES(146,'860','Secours en nature','secours en nature','volunteering_expense','official',1,'');
INSERT INTO "account" VALUES(147,'861','Mises à disposition gratuite de biens','mises a disposition gratuite de biens','volunteering_expense','official',1,'');
INSERT INTO "account" VALUES(148,'862','Prestations en nature','prestations en nature','volunteering_expense','official',1,'');
INSERT INTO "account" VALUES(149,'864','Personnel bénévole','personnel benevole','volunteering_expense','official',1,'');
INSERT INTO "account" VALUES(150,'870','Dons en nature','dons en nature','volunteering_income','official',1,'');
INSERT INTO "account" VALUES(151,'871','Prestations en nature','prestations en nature','volunteering_income','official',1,'');
INSERT INTO "account" VALUES(152,'875','Bénévolat','benevolat','volunteering_income','official',1,'');
INSERT INTO "account" VALUES(153,'890','Bilan d''ouverture','bilan d ouverture','special','optional',1,'');
INSERT INTO "account" VALUES(154,'891','Bilan de clôture','bilan de cloture','special','optional',1,'');
CREATE TABLE account_sum (
	fiscal_year_id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	month_on DATE NOT NULL, 
	is_validated BOOLEAN NOT NULL, 
	debit_cents INTEGER NOT NULL, 
	credit_cents INTEGER NOT NULL, 
	CONSTRAINT pk_account_sum PRIMARY KEY (fiscal_year_id, account_id, month_on, is_validated)
)
 WITHOUT ROWID

;
INSERT INTO "account_sum" VALUES(1,11,'2025-04-01',0,0,150000);
INSERT INTO "account_sum" VALUES(1,40,'2025-04-01',0,150000,0);
INSERT INTO "account_sum" VALUES(1,41,'2025-02-01',1,150000,0);
INSERT INTO "account_sum" VALUES(1,41,'2025-03-01',0,300000,0);
INSERT INTO "account_sum" VALUES(1,41,'2025-03-01',1,0,100000);
INSERT INTO "account_sum" VALUES(1,47,'2025-03-01',1,6040,6040);
INSERT INTO "account_sum" VALUES(1,48,'2025-03-01',1,3500,0);
INSERT INTO "account_sum" VALUES(1,54,'2025-02-01',1,5000,0);
INSERT INTO "account_sum" VALUES(1,54,'2025-03-01',1,12000,0);
INSERT INTO "account_sum" VALUES(1,56,'2025-01-01',1,5000,0);
INSERT INTO "account_sum" VALUES(1,56,'2025-03-01',1,100000,5340);
INSERT INTO "account_sum" VALUES(1,58,'2025-04-01',0,2400,0);
INSERT INTO "account_sum" VALUES(1,102,'2025-03-01',1,6040,0);
INSERT INTO "account_sum" VALUES(1,115,'2025-04-01',0,0,2400);
INSERT INTO "account_sum" VALUES(1,124,'2025-02-01',1,0,150000);
INSERT INTO "account_sum" VALUES(1,124,'2025-03-01',0,0,300000);
INSERT INTO "account_sum" VALUES(1,128,'2025-01-01',1,0,5000);
INSERT INTO "account_sum" VALUES(1,128,'2025-02-01',1,0,3000);
INSERT INTO "account_sum" VALUES(1,128,'2025-03-01',1,0,12000);
INSERT INTO "account_sum" VALUES(1,129,'2025-03-01',1,0,4200);
INSERT INTO "account_sum" VALUES(1,133,'2025-02-01',1,0,2000);
CREATE TABLE action_register (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	name_key VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	description VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_action_register PRIMARY KEY (id), 
	CONSTRAINT uq_action_register_name_key UNIQUE (name_key)
);
CREATE TABLE action_register_use (
	id INTEGER NOT NULL, 
	register_id INTEGER NOT NULL, 
	event_id INTEGER, 
	group_id INTEGER, 
	output_id INTEGER, 
	CONSTRAINT pk_action_register_use PRIMARY KEY (id), 
	CONSTRAINT ck_action_register_use_one_thing CHECK (CASE WHEN event_id IS NULL THEN 0 ELSE 1 END + CASE WHEN group_id IS NULL THEN 0 ELSE 1 END + CASE WHEN output_id IS NULL THEN 0 ELSE 1 END = 1), 
	CONSTRAINT fk_action_register_use_event_id_event FOREIGN KEY(event_id) REFERENCES event (id), 
	CONSTRAINT fk_action_register_use_group_id_working_group FOREIGN KEY(group_id) REFERENCES working_group (id), 
	CONSTRAINT fk_action_register_use_output_id_group_output FOREIGN KEY(output_id) REFERENCES group_output (id), 
	CONSTRAINT fk_action_register_use_register_id_action_register FOREIGN KEY(register_id) REFERENCES action_register (id)
);
CREATE TABLE activity (
	id INTEGER NOT NULL, 
	code VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	name_key VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	working_group_id INTEGER, 
	campaign_id INTEGER, 
	starts_on DATE, 
	ends_on DATE, 
	is_open BOOLEAN DEFAULT 1 NOT NULL, 
	note VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_activity PRIMARY KEY (id), 
	CONSTRAINT ck_activity_kind_known CHECK (kind IN ('event', 'group', 'grant', 'project')), 
	CONSTRAINT fk_activity_campaign_id_campaign FOREIGN KEY(campaign_id) REFERENCES campaign (id), 
	CONSTRAINT fk_activity_working_group_id_working_group FOREIGN KEY(working_group_id) REFERENCES working_group (id), 
	CONSTRAINT uq_activity_campaign_id UNIQUE (campaign_id), 
	CONSTRAINT uq_activity_name_key UNIQUE (name_key), 
	CONSTRAINT uq_activity_working_group_id UNIQUE (working_group_id)
);
INSERT INTO "activity" VALUES(1,'AC1','Atelier des communs','atelier des communs','event',NULL,NULL,'2025-04-11','2025-04-11',1,'');
INSERT INTO "activity" VALUES(2,'JP','Jardin partagé','jardin partage','group',NULL,NULL,NULL,NULL,1,'');
INSERT INTO "activity" VALUES(3,'','Grand Ramdam (21 novembre 2026)','grand ramdam 21 novembre 2026','event',NULL,NULL,'2026-11-21','2026-11-21',1,'');
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
INSERT INTO "alembic_version" VALUES('0007');
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
	signature_id INTEGER, company_category VARCHAR DEFAULT '' NOT NULL, is_ifi_eligible BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_association PRIMARY KEY (id), 
	CONSTRAINT ck_association_only_one CHECK (id = 1), 
	CONSTRAINT fk_association_logo_id_stored_file FOREIGN KEY(logo_id) REFERENCES stored_file (id), 
	CONSTRAINT fk_association_signature_id_stored_file FOREIGN KEY(signature_id) REFERENCES stored_file (id)
);
INSERT INTO "association" VALUES(1,'La Coop des Rives','Relier celles et ceux qui font vivre les communs.','W442000001','','','3 quai de la Fosse','','44000','Nantes','FR','','','','','oig_association','',NULL,NULL,'Camille Aubry','Trésorière',1,0,NULL,NULL,NULL,'',0);
CREATE TABLE "attachment" (
	id INTEGER NOT NULL, 
	file_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	added_on DATE NOT NULL, 
	expense_sheet_id INTEGER, 
	expense_line_id INTEGER, 
	donation_id INTEGER, 
	entry_id INTEGER, 
	event_id INTEGER, 
	working_group_id INTEGER, 
	CONSTRAINT pk_attachment PRIMARY KEY (id), 
	CONSTRAINT ck_attachment_kind_known CHECK (kind IN ('voucher', 'waiver', 'deed', 'other')), 
	CONSTRAINT fk_attachment_donation_id_donation FOREIGN KEY(donation_id) REFERENCES donation (id), 
	CONSTRAINT fk_attachment_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id), 
	CONSTRAINT fk_attachment_event_id_event FOREIGN KEY(event_id) REFERENCES event (id), 
	CONSTRAINT fk_attachment_expense_line_id_expense_line FOREIGN KEY(expense_line_id) REFERENCES expense_line (id), 
	CONSTRAINT fk_attachment_expense_sheet_id_expense_sheet FOREIGN KEY(expense_sheet_id) REFERENCES expense_sheet (id), 
	CONSTRAINT fk_attachment_file_id_stored_file FOREIGN KEY(file_id) REFERENCES stored_file (id), 
	CONSTRAINT fk_attachment_working_group_id_working_group FOREIGN KEY(working_group_id) REFERENCES working_group (id)
);
INSERT INTO "attachment" VALUES(1,1,'voucher','ticket.png','2026-11-22',1,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "attachment" VALUES(2,1,'waiver','ticket.png','2026-11-22',2,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "attachment" VALUES(3,5,'other','programme.txt','2026-11-22',NULL,NULL,NULL,NULL,1,NULL);
CREATE TABLE attendance (
	id INTEGER NOT NULL, 
	registration_id INTEGER NOT NULL, 
	session_id INTEGER, 
	present_at DATETIME NOT NULL, 
	CONSTRAINT pk_attendance PRIMARY KEY (id), 
	CONSTRAINT fk_attendance_registration_id_event_registration FOREIGN KEY(registration_id) REFERENCES event_registration (id), 
	CONSTRAINT fk_attendance_session_id_event_session FOREIGN KEY(session_id) REFERENCES event_session (id), 
	CONSTRAINT uq_attendance_registration_id_session_id UNIQUE (registration_id, session_id)
);
CREATE TABLE bank_account (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	name_key VARCHAR NOT NULL, 
	account_id INTEGER NOT NULL, 
	iban VARCHAR DEFAULT '' NOT NULL, 
	note VARCHAR DEFAULT '' NOT NULL, 
	is_open BOOLEAN DEFAULT 1 NOT NULL, 
	CONSTRAINT pk_bank_account PRIMARY KEY (id), 
	CONSTRAINT fk_bank_account_account_id_account FOREIGN KEY(account_id) REFERENCES account (id), 
	CONSTRAINT uq_bank_account_account_id UNIQUE (account_id), 
	CONSTRAINT uq_bank_account_name_key UNIQUE (name_key)
);
INSERT INTO "bank_account" VALUES(1,'Compte courant','compte courant',56,'','',1);
CREATE TABLE bank_identity (
	id INTEGER NOT NULL, 
	bank_account_id INTEGER NOT NULL, 
	identity VARCHAR NOT NULL, 
	CONSTRAINT pk_bank_identity PRIMARY KEY (id), 
	CONSTRAINT fk_bank_identity_bank_account_id_bank_account FOREIGN KEY(bank_account_id) REFERENCES bank_account (id), 
	CONSTRAINT uq_bank_identity_identity UNIQUE (identity)
);
CREATE TABLE bank_layout (
	id INTEGER NOT NULL, 
	header_key VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	columns VARCHAR DEFAULT '' NOT NULL, 
	day_order VARCHAR DEFAULT '' NOT NULL, 
	bank_account_id INTEGER, 
	CONSTRAINT pk_bank_layout PRIMARY KEY (id), 
	CONSTRAINT fk_bank_layout_bank_account_id_bank_account FOREIGN KEY(bank_account_id) REFERENCES bank_account (id), 
	CONSTRAINT uq_bank_layout_header_key UNIQUE (header_key)
);
INSERT INTO "bank_layout" VALUES(1,'credit|date|date de valeur|debit|libelle|solde','extrait.csv','{}','',1);
CREATE TABLE bank_rule (
	id INTEGER NOT NULL, 
	bank_account_id INTEGER, 
	words VARCHAR NOT NULL, 
	direction VARCHAR DEFAULT '' NOT NULL, 
	least_cents INTEGER, 
	most_cents INTEGER, 
	action VARCHAR NOT NULL, 
	account_id INTEGER, 
	contact_id INTEGER, 
	activity_id INTEGER, 
	label VARCHAR DEFAULT '' NOT NULL, 
	is_learnt BOOLEAN DEFAULT 0 NOT NULL, 
	is_on BOOLEAN DEFAULT 1 NOT NULL, 
	uses INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_bank_rule PRIMARY KEY (id), 
	CONSTRAINT ck_bank_rule_action_known CHECK (action IN ('entry', 'set_aside')), 
	CONSTRAINT ck_bank_rule_direction_known CHECK (direction IN ('', 'in', 'out')), 
	CONSTRAINT fk_bank_rule_account_id_account FOREIGN KEY(account_id) REFERENCES account (id), 
	CONSTRAINT fk_bank_rule_activity_id_activity FOREIGN KEY(activity_id) REFERENCES activity (id), 
	CONSTRAINT fk_bank_rule_bank_account_id_bank_account FOREIGN KEY(bank_account_id) REFERENCES bank_account (id), 
	CONSTRAINT fk_bank_rule_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id)
);
CREATE TABLE bank_statement (
	id INTEGER NOT NULL, 
	bank_account_id INTEGER NOT NULL, 
	run_id INTEGER NOT NULL, 
	reference VARCHAR DEFAULT '' NOT NULL, 
	first_on DATE, 
	last_on DATE, 
	opening_cents INTEGER, 
	opening_on DATE, 
	closing_cents INTEGER, 
	closing_on DATE, 
	moved_cents INTEGER DEFAULT '0' NOT NULL, 
	line_count INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_bank_statement PRIMARY KEY (id), 
	CONSTRAINT ck_bank_statement_moved_cents_is_cents CHECK (CAST(moved_cents AS INTEGER) = moved_cents AND abs(moved_cents) <= 1000000000000), 
	CONSTRAINT fk_bank_statement_bank_account_id_bank_account FOREIGN KEY(bank_account_id) REFERENCES bank_account (id), 
	CONSTRAINT fk_bank_statement_run_id_import_run FOREIGN KEY(run_id) REFERENCES import_run (id)
);
INSERT INTO "bank_statement" VALUES(1,1,1,'','2025-01-06','2025-03-28',50000,'2025-01-06',152860,'2025-03-28',102860,4);
CREATE TABLE booking_rule (
	id INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	account_id INTEGER NOT NULL, 
	CONSTRAINT pk_booking_rule PRIMARY KEY (id), 
	CONSTRAINT fk_booking_rule_account_id_account FOREIGN KEY(account_id) REFERENCES account (id), 
	CONSTRAINT uq_booking_rule_key UNIQUE ("key")
);
CREATE TABLE budget_line (
	id INTEGER NOT NULL, 
	version_id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	activity_id INTEGER, 
	month_on DATE, 
	amount_cents INTEGER NOT NULL, 
	label VARCHAR NOT NULL, 
	CONSTRAINT pk_budget_line PRIMARY KEY (id), 
	CONSTRAINT ck_budget_line_amount_cents_is_cents CHECK (CAST(amount_cents AS INTEGER) = amount_cents AND abs(amount_cents) <= 1000000000000), 
	CONSTRAINT fk_budget_line_account_id_account FOREIGN KEY(account_id) REFERENCES account (id), 
	CONSTRAINT fk_budget_line_activity_id_activity FOREIGN KEY(activity_id) REFERENCES activity (id), 
	CONSTRAINT fk_budget_line_version_id_budget_version FOREIGN KEY(version_id) REFERENCES budget_version (id)
);
CREATE TABLE budget_version (
	id INTEGER NOT NULL, 
	fiscal_year_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	name_key VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	adopted_on DATE, 
	note VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_budget_version PRIMARY KEY (id), 
	CONSTRAINT ck_budget_version_state_known CHECK (state IN ('draft', 'adopted')), 
	CONSTRAINT fk_budget_version_fiscal_year_id_fiscal_year FOREIGN KEY(fiscal_year_id) REFERENCES fiscal_year (id), 
	CONSTRAINT uq_budget_version_fiscal_year_id_name_key UNIQUE (fiscal_year_id, name_key)
);
CREATE TABLE "calendar_item" (
	id INTEGER NOT NULL, 
	uid VARCHAR NOT NULL, 
	recurrence VARCHAR DEFAULT '' NOT NULL, 
	title VARCHAR NOT NULL, 
	starts_on DATE NOT NULL, 
	ends_on DATE NOT NULL, 
	is_all_day BOOLEAN DEFAULT 0 NOT NULL, 
	starts_at DATETIME, 
	ends_at DATETIME, 
	zone VARCHAR DEFAULT '' NOT NULL, 
	place VARCHAR DEFAULT '' NOT NULL, 
	description VARCHAR DEFAULT '' NOT NULL, 
	organiser VARCHAR DEFAULT '' NOT NULL, 
	url VARCHAR DEFAULT '' NOT NULL, 
	status VARCHAR DEFAULT '' NOT NULL, 
	rule VARCHAR DEFAULT '' NOT NULL, 
	outside_content VARCHAR DEFAULT '' NOT NULL, 
	event_id INTEGER, 
	CONSTRAINT pk_calendar_item PRIMARY KEY (id), 
	CONSTRAINT ck_calendar_item_status_known CHECK (status IN ('', 'tentative', 'confirmed', 'cancelled')), 
	CONSTRAINT fk_calendar_item_event_id_event FOREIGN KEY(event_id) REFERENCES event (id)
);
INSERT INTO "calendar_item" VALUES(1,'ramdam@example.org','','Ramdam','2015-06-04','2015-06-05',1,NULL,NULL,'','','','','','','','Ramdam2015-06-042015-06-05',NULL);
INSERT INTO "calendar_item" VALUES(2,'reunion@example.org','','Réunion, suite','2026-04-05','2026-04-05',0,'2026-04-04 22:00:00.000000','2026-04-05 00:00:00.000000','UTC','','','','','','','Réunion, suite2026-04-052026-04-052026-04-04 22:00:00+00:002026-04-05 00:00:00+00:00',NULL);
CREATE TABLE "campaign" (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	sort_key VARCHAR NOT NULL, 
	description VARCHAR DEFAULT '' NOT NULL, 
	goal_cents INTEGER, 
	minimum_cents INTEGER, 
	starts_on DATE, 
	ends_on DATE, 
	is_closed BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_campaign PRIMARY KEY (id), 
	CONSTRAINT ck_campaign_goal_cents_is_cents CHECK (CAST(goal_cents AS INTEGER) = goal_cents AND abs(goal_cents) <= 1000000000000), 
	CONSTRAINT ck_campaign_minimum_cents_is_cents CHECK (CAST(minimum_cents AS INTEGER) = minimum_cents AND abs(minimum_cents) <= 1000000000000), 
	CONSTRAINT uq_campaign_sort_key UNIQUE (sort_key)
);
CREATE TABLE campaign_person (
	id INTEGER NOT NULL, 
	campaign_id INTEGER NOT NULL, 
	contact_id INTEGER NOT NULL, 
	role VARCHAR NOT NULL, 
	CONSTRAINT pk_campaign_person PRIMARY KEY (id), 
	CONSTRAINT fk_campaign_person_campaign_id_campaign FOREIGN KEY(campaign_id) REFERENCES campaign (id), 
	CONSTRAINT fk_campaign_person_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT uq_campaign_person_campaign_id_contact_id UNIQUE (campaign_id, contact_id)
);
CREATE TABLE campaign_tier (
	id INTEGER NOT NULL, 
	campaign_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	name_key VARCHAR NOT NULL, 
	description VARCHAR NOT NULL, 
	goal_cents INTEGER, 
	minimum_cents INTEGER, 
	suggested_cents INTEGER, 
	starts_on DATE, 
	ends_on DATE, 
	is_gift BOOLEAN NOT NULL, 
	ineligibility VARCHAR, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_campaign_tier PRIMARY KEY (id), 
	CONSTRAINT ck_campaign_tier_goal_cents_is_cents CHECK (CAST(goal_cents AS INTEGER) = goal_cents AND abs(goal_cents) <= 1000000000000), 
	CONSTRAINT ck_campaign_tier_minimum_cents_is_cents CHECK (CAST(minimum_cents AS INTEGER) = minimum_cents AND abs(minimum_cents) <= 1000000000000), 
	CONSTRAINT ck_campaign_tier_suggested_cents_is_cents CHECK (CAST(suggested_cents AS INTEGER) = suggested_cents AND abs(suggested_cents) <= 1000000000000), 
	CONSTRAINT fk_campaign_tier_campaign_id_campaign FOREIGN KEY(campaign_id) REFERENCES campaign (id), 
	CONSTRAINT uq_campaign_tier_campaign_id_name_key UNIQUE (campaign_id, name_key)
);
CREATE TABLE cash_box (
	id INTEGER NOT NULL, 
	event_id INTEGER NOT NULL, 
	held_on DATE NOT NULL, 
	opening_cents INTEGER DEFAULT '0' NOT NULL, 
	counted_cents INTEGER, 
	closed_at DATETIME, 
	note VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_cash_box PRIMARY KEY (id), 
	CONSTRAINT ck_cash_box_closed_whole CHECK ((counted_cents IS NULL) = (closed_at IS NULL)), 
	CONSTRAINT ck_cash_box_counted_cents_is_cents CHECK (CAST(counted_cents AS INTEGER) = counted_cents AND abs(counted_cents) <= 1000000000000), 
	CONSTRAINT ck_cash_box_opening_cents_is_cents CHECK (CAST(opening_cents AS INTEGER) = opening_cents AND abs(opening_cents) <= 1000000000000), 
	CONSTRAINT ck_cash_box_not_negative CHECK (opening_cents >= 0 AND counted_cents >= 0), 
	CONSTRAINT fk_cash_box_event_id_event FOREIGN KEY(event_id) REFERENCES event (id), 
	CONSTRAINT uq_cash_box_event_id_held_on UNIQUE (event_id, held_on)
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
	member_years VARCHAR DEFAULT '' NOT NULL, member_types VARCHAR DEFAULT '' NOT NULL, consent_newsletter BOOLEAN, consent_public_thanks BOOLEAN, consent_photo BOOLEAN, note_key VARCHAR DEFAULT '' NOT NULL, member_history VARCHAR DEFAULT '' NOT NULL, fiscal_year_end VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_contact PRIMARY KEY (id), 
	CONSTRAINT ck_contact_merged_into_known CHECK ((state = 'merged') = (merged_into_id IS NOT NULL)), 
	CONSTRAINT ck_contact_kind_known CHECK (kind IN ('person', 'organisation')), 
	CONSTRAINT ck_contact_state_known CHECK (state IN ('active', 'archived', 'binned', 'merged')), 
	CONSTRAINT fk_contact_household_id_household FOREIGN KEY(household_id) REFERENCES household (id), 
	CONSTRAINT fk_contact_merged_into_id_contact FOREIGN KEY(merged_into_id) REFERENCES contact (id), 
	CONSTRAINT fk_contact_parent_id_contact FOREIGN KEY(parent_id) REFERENCES contact (id), 
	CONSTRAINT fk_contact_photo_id_stored_file FOREIGN KEY(photo_id) REFERENCES stored_file (id)
);
INSERT INTO "contact" VALUES(1,'person','','Zéphyr','Maëlle','','','','maelle.zephyr@example.org','maelle.zephyr@example.org','','12 rue des Lilas','','44000','Nantes','FR','','Maëlle Zéphyr','zephyr  maelle','zephyr maelle zephyr 0001 maelle.zephyr@example.org 44000 nantes','0001','000000000001',NULL,'','','',NULL,'','','','','',NULL,NULL,'nantes','[28154454, 208840371, 707554371, 883052645, 1631964443, 1845011191, 1860284338, 2533260669, 3229450113, 4231377187]','active',NULL,NULL,7200,'2025-03-28','2025-01-01','2025-12-31',NULL,'2025',' 1 ',NULL,NULL,NULL,'','1:2025-2025','');
INSERT INTO "contact" VALUES(2,'person','','Le Guen','Yann','','','','yann.leguen@example.org','yann.leguen@example.org','','12 rue des Lilas','','44000','Nantes','FR','','Yann Le Guen','le guen  yann','le guen yann le guen yann.leguen@example.org 44000 nantes','','',NULL,'','','',NULL,'','','','','',NULL,NULL,'nantes','[201182739, 318726905, 332210730, 457801081, 687790085, 1076902014, 1202876948, 1331886817, 1551031709, 3108966248, 3222419571, 4032437868]','active',NULL,NULL,5000,'2025-01-06',NULL,NULL,NULL,'','',NULL,NULL,NULL,'','','');
INSERT INTO "contact" VALUES(3,'person','','Roux','Thérèse','','','','therese.roux@example.org','therese.roux@example.org','','12 rue des Lilas','','44000','Nantes','FR','','Thérèse Roux','roux  therese','roux therese roux therese.roux@example.org 44000 nantes','','',NULL,'','','',NULL,'','','','','',NULL,NULL,'nantes','[325302532, 1575922037, 1853621575, 2370434892, 2396090784, 2489710310, 3940467178, 4190648750]','active',NULL,NULL,12000,'2025-03-06',NULL,NULL,NULL,'','',NULL,NULL,NULL,'','','');
INSERT INTO "contact" VALUES(4,'organisation','','','','Fabrique des Communs','','','','','','12 rue des Lilas','','44000','Nantes','FR','','Fabrique des Communs','fabrique des communs','fabrique des communs 44000 nantes','','',NULL,'','','',NULL,'','association','','','',NULL,NULL,'nantes','[160916945, 1080062959, 1604128238, 1687591158, 2344244559, 2415066290, 2990209861, 3284863353, 3844638202, 4141423538]','active',NULL,NULL,0,NULL,NULL,NULL,NULL,'','',NULL,NULL,NULL,'','','');
INSERT INTO "contact" VALUES(5,'organisation','','','','Métropole inventée','','','','','','12 rue des Lilas','','44000','Nantes','FR','','Métropole inventée','metropole inventee','metropole inventee 44000 nantes','','',NULL,'','','',NULL,'','public_body','','','',NULL,NULL,'nantes','[434402757, 3183259797, 3345543620, 3353744636, 4082518375]','active',NULL,NULL,0,NULL,NULL,NULL,NULL,'','',NULL,NULL,NULL,'','','');
INSERT INTO "contact" VALUES(6,'organisation','','','','Ville de Rive-Haute','','','','','','','','','','FR','','Ville de Rive-Haute','ville de rive haute','ville de rive haute','','',NULL,'','','',NULL,'','','','','',NULL,NULL,'','[13951483, 853971031, 1206037038, 1297754870, 1393819214, 1583660392, 2049268844, 2401260414, 3084034371, 3323048921, 4093269977, 4259209908]','active',NULL,NULL,0,NULL,NULL,NULL,NULL,'','',NULL,NULL,NULL,'','','');
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
INSERT INTO "contact_key" VALUES(13951483,6);
INSERT INTO "contact_key" VALUES(28154454,1);
INSERT INTO "contact_key" VALUES(160916945,4);
INSERT INTO "contact_key" VALUES(201182739,2);
INSERT INTO "contact_key" VALUES(208840371,1);
INSERT INTO "contact_key" VALUES(318726905,2);
INSERT INTO "contact_key" VALUES(325302532,3);
INSERT INTO "contact_key" VALUES(332210730,2);
INSERT INTO "contact_key" VALUES(434402757,5);
INSERT INTO "contact_key" VALUES(457801081,2);
INSERT INTO "contact_key" VALUES(687790085,2);
INSERT INTO "contact_key" VALUES(707554371,1);
INSERT INTO "contact_key" VALUES(853971031,6);
INSERT INTO "contact_key" VALUES(883052645,1);
INSERT INTO "contact_key" VALUES(1076902014,2);
INSERT INTO "contact_key" VALUES(1080062959,4);
INSERT INTO "contact_key" VALUES(1202876948,2);
INSERT INTO "contact_key" VALUES(1206037038,6);
INSERT INTO "contact_key" VALUES(1297754870,6);
INSERT INTO "contact_key" VALUES(1331886817,2);
INSERT INTO "contact_key" VALUES(1393819214,6);
INSERT INTO "contact_key" VALUES(1551031709,2);
INSERT INTO "contact_key" VALUES(1575922037,3);
INSERT INTO "contact_key" VALUES(1583660392,6);
INSERT INTO "contact_key" VALUES(1604128238,4);
INSERT INTO "contact_key" VALUES(1631964443,1);
INSERT INTO "contact_key" VALUES(1687591158,4);
INSERT INTO "contact_key" VALUES(1845011191,1);
INSERT INTO "contact_key" VALUES(1853621575,3);
INSERT INTO "contact_key" VALUES(1860284338,1);
INSERT INTO "contact_key" VALUES(2049268844,6);
INSERT INTO "contact_key" VALUES(2344244559,4);
INSERT INTO "contact_key" VALUES(2370434892,3);
INSERT INTO "contact_key" VALUES(2396090784,3);
INSERT INTO "contact_key" VALUES(2401260414,6);
INSERT INTO "contact_key" VALUES(2415066290,4);
INSERT INTO "contact_key" VALUES(2489710310,3);
INSERT INTO "contact_key" VALUES(2533260669,1);
INSERT INTO "contact_key" VALUES(2990209861,4);
INSERT INTO "contact_key" VALUES(3084034371,6);
INSERT INTO "contact_key" VALUES(3108966248,2);
INSERT INTO "contact_key" VALUES(3183259797,5);
INSERT INTO "contact_key" VALUES(3222419571,2);
INSERT INTO "contact_key" VALUES(3229450113,1);
INSERT INTO "contact_key" VALUES(3284863353,4);
INSERT INTO "contact_key" VALUES(3323048921,6);
INSERT INTO "contact_key" VALUES(3345543620,5);
INSERT INTO "contact_key" VALUES(3353744636,5);
INSERT INTO "contact_key" VALUES(3844638202,4);
INSERT INTO "contact_key" VALUES(3940467178,3);
INSERT INTO "contact_key" VALUES(4032437868,2);
INSERT INTO "contact_key" VALUES(4082518375,5);
INSERT INTO "contact_key" VALUES(4093269977,6);
INSERT INTO "contact_key" VALUES(4141423538,4);
INSERT INTO "contact_key" VALUES(4190648750,3);
INSERT INTO "contact_key" VALUES(4231377187,1);
INSERT INTO "contact_key" VALUES(4259209908,6);
CREATE TABLE contact_note (
	id INTEGER NOT NULL, 
	contact_id INTEGER NOT NULL, 
	noted_on DATE NOT NULL, 
	text VARCHAR NOT NULL, 
	author VARCHAR NOT NULL, text_key VARCHAR DEFAULT '' NOT NULL, 
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
CREATE TABLE custom_value (
	id INTEGER NOT NULL, 
	contact_id INTEGER NOT NULL, 
	field_id INTEGER NOT NULL, 
	text VARCHAR NOT NULL, text_key VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_custom_value PRIMARY KEY (id), 
	CONSTRAINT fk_custom_value_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT fk_custom_value_field_id_custom_field FOREIGN KEY(field_id) REFERENCES custom_field (id), 
	CONSTRAINT uq_custom_value_contact_id_field_id UNIQUE (contact_id, field_id)
);
CREATE TABLE dedicated_fund (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	name_key VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	grant_award_id INTEGER, 
	funder_id INTEGER, 
	activity_id INTEGER, 
	received_on DATE NOT NULL, 
	amount_cents INTEGER NOT NULL, 
	closed_on DATE, 
	note VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_dedicated_fund PRIMARY KEY (id), 
	CONSTRAINT ck_dedicated_fund_kind_known CHECK (kind IN ('grant', 'contribution', 'generosity')), 
	CONSTRAINT ck_dedicated_fund_amount_cents_is_cents CHECK (CAST(amount_cents AS INTEGER) = amount_cents AND abs(amount_cents) <= 1000000000000), 
	CONSTRAINT fk_dedicated_fund_activity_id_activity FOREIGN KEY(activity_id) REFERENCES activity (id), 
	CONSTRAINT fk_dedicated_fund_funder_id_contact FOREIGN KEY(funder_id) REFERENCES contact (id), 
	CONSTRAINT fk_dedicated_fund_grant_award_id_grant_award FOREIGN KEY(grant_award_id) REFERENCES grant_award (id), 
	CONSTRAINT uq_dedicated_fund_name_key UNIQUE (name_key)
);
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
CREATE TABLE "donation" (
	id INTEGER NOT NULL, 
	payment_line_id INTEGER, 
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
	description VARCHAR DEFAULT '' NOT NULL, 
	value_basis VARCHAR DEFAULT '' NOT NULL, 
	counterpart_cents INTEGER DEFAULT '0' NOT NULL, 
	counterpart VARCHAR DEFAULT '' NOT NULL, 
	is_for_ifi BOOLEAN DEFAULT 0 NOT NULL, 
	tier_id INTEGER, 
	pledge_id INTEGER, 
	pledge_due_on DATE, 
	expense_sheet_id INTEGER, 
	CONSTRAINT pk_donation PRIMARY KEY (id), 
	CONSTRAINT ck_donation_form_known CHECK (form IN ('authentic_deed', 'private_deed', 'manual_gift', 'other')), 
	CONSTRAINT ck_donation_mode_known CHECK (mode IN ('cash', 'cheque', 'transfer', 'card', 'direct_debit', 'other')), 
	CONSTRAINT ck_donation_nature_known CHECK (nature IN ('money', 'listed_shares', 'waived_income', 'waived_expenses', 'in_kind', 'skills', 'other')), 
	CONSTRAINT ck_donation_money_moved CHECK (payment_line_id IS NOT NULL OR nature <> 'money'), 
	CONSTRAINT ck_donation_amount_cents_is_cents CHECK (CAST(amount_cents AS INTEGER) = amount_cents AND abs(amount_cents) <= 1000000000000), 
	CONSTRAINT ck_donation_counterpart_cents_is_cents CHECK (CAST(counterpart_cents AS INTEGER) = counterpart_cents AND abs(counterpart_cents) <= 1000000000000), 
	CONSTRAINT ck_donation_amount_positive CHECK (amount_cents > 0), 
	CONSTRAINT ck_donation_counterpart_not_negative CHECK (counterpart_cents >= 0), 
	CONSTRAINT fk_donation_campaign_id_campaign FOREIGN KEY(campaign_id) REFERENCES campaign (id), 
	CONSTRAINT fk_donation_donor_id_contact FOREIGN KEY(donor_id) REFERENCES contact (id), 
	CONSTRAINT fk_donation_expense_sheet_id_expense_sheet FOREIGN KEY(expense_sheet_id) REFERENCES expense_sheet (id), 
	CONSTRAINT fk_donation_payment_line_id_payment_line FOREIGN KEY(payment_line_id) REFERENCES payment_line (id), 
	CONSTRAINT fk_donation_pledge_id_pledge FOREIGN KEY(pledge_id) REFERENCES pledge (id), 
	CONSTRAINT fk_donation_tier_id_campaign_tier FOREIGN KEY(tier_id) REFERENCES campaign_tier (id), 
	CONSTRAINT uq_donation_expense_sheet_id UNIQUE (expense_sheet_id), 
	CONSTRAINT uq_donation_payment_line_id UNIQUE (payment_line_id)
);
INSERT INTO "donation" VALUES(1,2,1,'2025-02-01',3000,'cheque','money','manual_gift',NULL,NULL,'','',0,'','',0,'',0,NULL,NULL,NULL,NULL);
INSERT INTO "donation" VALUES(2,3,2,'2025-01-06',5000,'transfer','money','manual_gift',NULL,NULL,'','',0,'','',0,'',0,NULL,NULL,NULL,NULL);
INSERT INTO "donation" VALUES(3,4,3,'2025-03-06',12000,'cheque','money','manual_gift',NULL,NULL,'','',0,'','',0,'',0,NULL,NULL,NULL,NULL);
INSERT INTO "donation" VALUES(4,NULL,1,'2025-03-28',4200,'other','waived_expenses','manual_gift',NULL,NULL,'','',0,'Train de mars','',0,'',0,NULL,NULL,NULL,2);
CREATE TABLE donation_return (
	id INTEGER NOT NULL, 
	donation_id INTEGER NOT NULL, 
	returned_on DATE NOT NULL, 
	reason VARCHAR NOT NULL, 
	payment_id INTEGER, 
	note VARCHAR NOT NULL, 
	CONSTRAINT pk_donation_return PRIMARY KEY (id), 
	CONSTRAINT ck_donation_return_reason_known CHECK (reason IN ('bounced', 'refunded', 'given_back', 'mistake')), 
	CONSTRAINT fk_donation_return_donation_id_donation FOREIGN KEY(donation_id) REFERENCES donation (id), 
	CONSTRAINT fk_donation_return_payment_id_payment FOREIGN KEY(payment_id) REFERENCES payment (id), 
	CONSTRAINT uq_donation_return_donation_id UNIQUE (donation_id)
);
CREATE TABLE entry (
	id INTEGER NOT NULL, 
	fiscal_year_id INTEGER NOT NULL, 
	journal_id INTEGER NOT NULL, 
	entry_on DATE NOT NULL, 
	label VARCHAR NOT NULL, 
	label_key VARCHAR NOT NULL, 
	voucher_ref VARCHAR NOT NULL, 
	voucher_on DATE NOT NULL, 
	state VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	form VARCHAR NOT NULL, 
	number INTEGER, 
	validated_at DATETIME, 
	amount_cents INTEGER NOT NULL, 
	reverses_id INTEGER, 
	reverses_next BOOLEAN DEFAULT 0 NOT NULL, 
	note VARCHAR DEFAULT '' NOT NULL, 
	payment_id INTEGER, 
	donation_id INTEGER, 
	expense_sheet_id INTEGER, 
	fixed_asset_id INTEGER, 
	grant_award_id INTEGER, 
	dedicated_fund_id INTEGER, 
	outside_ref VARCHAR, 
	source_digest VARCHAR DEFAULT '' NOT NULL, 
	previous_hash VARCHAR DEFAULT '' NOT NULL, 
	hash VARCHAR DEFAULT '' NOT NULL, 
	salt VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_entry PRIMARY KEY (id), 
	CONSTRAINT ck_entry_validated_whole CHECK ((state = 'validated') = (number IS NOT NULL AND validated_at IS NOT NULL AND hash <> '' AND salt <> '')), 
	CONSTRAINT ck_entry_form_known CHECK (form IN ('', 'income', 'expense', 'transfer', 'cheque_deposit', 'expense_sheet', 'grid', 'automatic', 'import')), 
	CONSTRAINT ck_entry_kind_known CHECK (kind IN ('standard', 'opening', 'inventory', 'allocation', 'volunteering', 'reversal')), 
	CONSTRAINT ck_entry_state_known CHECK (state IN ('draft', 'validated')), 
	CONSTRAINT ck_entry_amount_cents_is_cents CHECK (CAST(amount_cents AS INTEGER) = amount_cents AND abs(amount_cents) <= 1000000000000), 
	CONSTRAINT fk_entry_dedicated_fund_id_dedicated_fund FOREIGN KEY(dedicated_fund_id) REFERENCES dedicated_fund (id), 
	CONSTRAINT fk_entry_fiscal_year_id_fiscal_year FOREIGN KEY(fiscal_year_id) REFERENCES fiscal_year (id), 
	CONSTRAINT fk_entry_fixed_asset_id_fixed_asset FOREIGN KEY(fixed_asset_id) REFERENCES fixed_asset (id), 
	CONSTRAINT fk_entry_grant_award_id_grant_award FOREIGN KEY(grant_award_id) REFERENCES grant_award (id), 
	CONSTRAINT fk_entry_journal_id_journal FOREIGN KEY(journal_id) REFERENCES journal (id), 
	CONSTRAINT fk_entry_reverses_id_entry FOREIGN KEY(reverses_id) REFERENCES entry (id), 
	CONSTRAINT uq_entry_reverses_id UNIQUE (reverses_id)
);
INSERT INTO "entry" VALUES(1,1,7,'2025-02-15','Subvention notifiée : Ateliers de quartier','subvention notifiee ateliers de quartier','','2025-02-15','validated','standard','',3,'2026-11-22 09:30:00.000000',150000,NULL,0,'',NULL,NULL,NULL,NULL,1,NULL,NULL,'notified','bc7e1f20ff18606619fa2f6f3e2d1dfff64ef4ea4a7d0adff51a9a5ecdaafcc3','bfa8ca7265241a80ce48e694a3d6dbd140a2f996fb988083b31f2b19a36d1981','52f15beea7883697d57436d809977c44');
INSERT INTO "entry" VALUES(2,1,3,'2025-01-06','Don','don r2','R2','2025-01-06','validated','standard','automatic',1,'2026-11-22 09:30:00.000000',5000,NULL,0,'',2,NULL,NULL,NULL,NULL,NULL,NULL,'2025-01-06|5000|in|transfer|manual|0|/gift|5000|person|0|#1f57d237f36142b0','','598a11c52a803542fb754ff71680b1ddbff7284587a48a29c98cf30212875c2a','fd4125d95929fcb68aba46096dabbed5');
INSERT INTO "entry" VALUES(3,1,6,'2025-02-01','Adhésion, Don','adhesion don r1','R1','2025-02-01','validated','standard','automatic',2,'2026-11-22 09:30:00.000000',5000,NULL,0,'',1,NULL,NULL,NULL,NULL,NULL,NULL,'2025-02-01|5000|in|cheque|manual|0|/fee|2000||0|/gift|3000|person|0|#c115d319a1584c49','598a11c52a803542fb754ff71680b1ddbff7284587a48a29c98cf30212875c2a','bc7e1f20ff18606619fa2f6f3e2d1dfff64ef4ea4a7d0adff51a9a5ecdaafcc3','3ed0296dd13fa9159e66b560c831906d');
INSERT INTO "entry" VALUES(4,1,6,'2025-03-06','Don','don r3','R3','2025-03-06','validated','standard','automatic',4,'2026-11-22 09:30:00.000000',12000,NULL,0,'',3,NULL,NULL,NULL,NULL,NULL,NULL,'2025-03-06|12000|in|cheque|manual|0|/gift|12000|person|0|#a10a1015da33a627','bfa8ca7265241a80ce48e694a3d6dbd140a2f996fb988083b31f2b19a36d1981','7c4f9f10ff1473b4ec679429d9bc9b2e6c023c87035ebac501edd0e5abf3d7bc','94e7b37de7ffc740e701fb655de00d44');
INSERT INTO "entry" VALUES(5,1,3,'2025-03-10','Subvention – Ateliers de quartier','subvention ateliers de quartier r4','R4','2025-03-10','validated','standard','automatic',5,'2026-11-22 09:30:00.000000',100000,NULL,0,'',4,NULL,NULL,NULL,NULL,NULL,NULL,'2025-03-10|100000|in|transfer|manual|0|/grant|100000||0|1#a35054f3a52b40f9','7c4f9f10ff1473b4ec679429d9bc9b2e6c023c87035ebac501edd0e5abf3d7bc','62fc60571b5afea7ae128464a9b0d6c7d8fae570d65a14710c73ad9b445e9bfc','16035af78d4b31254624d6aae6792671');
INSERT INTO "entry" VALUES(6,1,3,'2025-03-12','Dépense – Boissons','depense boissons r5','R5','2025-03-12','validated','standard','automatic',6,'2026-11-22 09:30:00.000000',3500,NULL,0,'',5,NULL,NULL,NULL,NULL,NULL,NULL,'2025-03-12|3500|out|card|manual|0|/expense|3500||0|#b4febf58ce31532d','62fc60571b5afea7ae128464a9b0d6c7d8fae570d65a14710c73ad9b445e9bfc','f74cc1f152c6057f25b18b0173f5e282ed116eb6f91b3907d9b16d117bd8c895','a06d24f2f4d84bb2d475951b1bfcbe75');
INSERT INTO "entry" VALUES(7,1,3,'2025-03-25','Note de frais – Achats de l’atelier','note de frais achats de l atelier r7','R7','2025-03-25','validated','standard','automatic',7,'2026-11-22 09:30:00.000000',3680,NULL,0,'',7,NULL,NULL,NULL,NULL,NULL,NULL,'2025-03-25|1840|out|transfer|manual|0|1/expense|1840||0|#b60d2d2aa49c7899','f74cc1f152c6057f25b18b0173f5e282ed116eb6f91b3907d9b16d117bd8c895','338e38acf0a76e0dc31d81c02f910c141ab555cacce71fadd25d8d5bf5f28bc1','b9824e537a96ac8c50df7037de232ed1');
INSERT INTO "entry" VALUES(8,1,6,'2025-03-28','Abandon de frais – Train de mars','abandon de frais train de mars d4','D4','2025-03-28','validated','standard','automatic',8,'2026-11-22 09:30:00.000000',8400,NULL,0,'',NULL,4,NULL,NULL,NULL,NULL,NULL,'2025-03-28|4200|waived_expenses|2|#5cd35e7e9b6362d6','338e38acf0a76e0dc31d81c02f910c141ab555cacce71fadd25d8d5bf5f28bc1','ab44b9f43d2332f65b70b8316c4061cc016f04ab23d792e21dfac38aca869151','15a8945be5dc131709a0c7d06e2f032a');
INSERT INTO "entry" VALUES(9,1,5,'2025-04-11','Inscription – Entrées','inscription entrees r6','R6','2025-04-11','draft','standard','automatic',NULL,NULL,2400,NULL,0,'',6,NULL,NULL,NULL,NULL,NULL,NULL,'2025-04-11|2400|in|cash|manual|0|/registration|2400||0|#1e292f94021b4eeb','','','');
INSERT INTO "entry" VALUES(10,1,7,'2025-03-10','Subvention notifiée : Fonctionnement 2025','subvention notifiee fonctionnement 2025','','2025-03-10','draft','standard','',NULL,NULL,300000,NULL,0,'',NULL,NULL,NULL,NULL,2,NULL,NULL,'notified','','','');
INSERT INTO "entry" VALUES(11,1,7,'2025-04-02','Subvention notifiée : Four du fournil','subvention notifiee four du fournil','','2025-04-02','draft','standard','',NULL,NULL,150000,NULL,0,'',NULL,NULL,NULL,NULL,3,NULL,NULL,'notified','','','');
CREATE TABLE entry_line (
	id INTEGER NOT NULL, 
	entry_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	contact_id INTEGER, 
	activity_id INTEGER, 
	label VARCHAR NOT NULL, 
	reference VARCHAR NOT NULL, 
	debit_cents INTEGER NOT NULL, 
	credit_cents INTEGER NOT NULL, 
	matching VARCHAR DEFAULT '' NOT NULL, 
	matched_on DATE, 
	reconciled_on DATE, 
	fiscal_year_id INTEGER NOT NULL, 
	entry_on DATE NOT NULL, 
	is_validated BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_entry_line PRIMARY KEY (id), 
	CONSTRAINT ck_entry_line_one_side CHECK ((debit_cents = 0) <> (credit_cents = 0)), 
	CONSTRAINT ck_entry_line_credit_cents_is_cents CHECK (CAST(credit_cents AS INTEGER) = credit_cents AND abs(credit_cents) <= 1000000000000), 
	CONSTRAINT ck_entry_line_debit_cents_is_cents CHECK (CAST(debit_cents AS INTEGER) = debit_cents AND abs(debit_cents) <= 1000000000000), 
	CONSTRAINT ck_entry_line_not_negative CHECK (debit_cents >= 0 AND credit_cents >= 0), 
	CONSTRAINT fk_entry_line_account_id_account FOREIGN KEY(account_id) REFERENCES account (id), 
	CONSTRAINT fk_entry_line_activity_id_activity FOREIGN KEY(activity_id) REFERENCES activity (id), 
	CONSTRAINT fk_entry_line_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT fk_entry_line_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id), 
	CONSTRAINT fk_entry_line_fiscal_year_id_fiscal_year FOREIGN KEY(fiscal_year_id) REFERENCES fiscal_year (id)
);
INSERT INTO "entry_line" VALUES(1,1,1,41,5,NULL,'','',150000,0,'',NULL,NULL,1,'2025-02-15',1);
INSERT INTO "entry_line" VALUES(2,1,2,124,NULL,1,'','',0,150000,'',NULL,NULL,1,'2025-02-15',1);
INSERT INTO "entry_line" VALUES(3,2,1,56,NULL,NULL,'','',5000,0,'',NULL,'2025-01-06',1,'2025-01-06',1);
INSERT INTO "entry_line" VALUES(4,2,2,128,2,NULL,'','',0,5000,'',NULL,NULL,1,'2025-01-06',1);
INSERT INTO "entry_line" VALUES(5,3,1,54,NULL,NULL,'','',5000,0,'',NULL,NULL,1,'2025-02-01',1);
INSERT INTO "entry_line" VALUES(6,3,2,133,1,NULL,'Individuelle','',0,2000,'',NULL,NULL,1,'2025-02-01',1);
INSERT INTO "entry_line" VALUES(7,3,3,128,1,NULL,'','',0,3000,'',NULL,NULL,1,'2025-02-01',1);
INSERT INTO "entry_line" VALUES(8,4,1,54,NULL,NULL,'','',12000,0,'',NULL,NULL,1,'2025-03-06',1);
INSERT INTO "entry_line" VALUES(9,4,2,128,3,NULL,'','',0,12000,'',NULL,NULL,1,'2025-03-06',1);
INSERT INTO "entry_line" VALUES(10,5,1,56,NULL,NULL,'','',100000,0,'',NULL,'2025-03-10',1,'2025-03-10',1);
INSERT INTO "entry_line" VALUES(11,5,2,41,5,NULL,'Ateliers de quartier','',0,100000,'',NULL,NULL,1,'2025-03-10',1);
INSERT INTO "entry_line" VALUES(12,6,1,56,NULL,NULL,'','',0,3500,'',NULL,NULL,1,'2025-03-12',1);
INSERT INTO "entry_line" VALUES(13,6,2,48,NULL,NULL,'Boissons','',3500,0,'',NULL,NULL,1,'2025-03-12',1);
INSERT INTO "entry_line" VALUES(14,7,1,56,NULL,NULL,'','',0,1840,'',NULL,'2025-03-25',1,'2025-03-25',1);
INSERT INTO "entry_line" VALUES(15,7,2,102,NULL,NULL,'','',1840,0,'',NULL,NULL,1,'2025-03-25',1);
INSERT INTO "entry_line" VALUES(16,7,3,47,2,NULL,'','',0,1840,'',NULL,NULL,1,'2025-03-25',1);
INSERT INTO "entry_line" VALUES(17,7,4,47,2,NULL,'','',1840,0,'',NULL,NULL,1,'2025-03-25',1);
INSERT INTO "entry_line" VALUES(18,8,1,102,NULL,NULL,'','',4200,0,'',NULL,NULL,1,'2025-03-28',1);
INSERT INTO "entry_line" VALUES(19,8,2,47,1,NULL,'','',0,4200,'',NULL,NULL,1,'2025-03-28',1);
INSERT INTO "entry_line" VALUES(20,8,3,47,1,NULL,'','',4200,0,'',NULL,NULL,1,'2025-03-28',1);
INSERT INTO "entry_line" VALUES(21,8,4,129,1,NULL,'','',0,4200,'',NULL,NULL,1,'2025-03-28',1);
INSERT INTO "entry_line" VALUES(22,9,1,58,NULL,NULL,'','',2400,0,'',NULL,NULL,1,'2025-04-11',0);
INSERT INTO "entry_line" VALUES(23,9,2,115,3,NULL,'Entrées','',0,2400,'',NULL,NULL,1,'2025-04-11',0);
INSERT INTO "entry_line" VALUES(24,10,1,41,6,NULL,'','',300000,0,'',NULL,NULL,1,'2025-03-10',0);
INSERT INTO "entry_line" VALUES(25,10,2,124,NULL,NULL,'','',0,300000,'',NULL,NULL,1,'2025-03-10',0);
INSERT INTO "entry_line" VALUES(26,11,1,40,NULL,NULL,'','',150000,0,'',NULL,NULL,1,'2025-04-02',0);
INSERT INTO "entry_line" VALUES(27,11,2,11,NULL,NULL,'','',0,150000,'',NULL,NULL,1,'2025-04-02',0);
CREATE TABLE entry_template (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	name_key VARCHAR NOT NULL, 
	form VARCHAR NOT NULL, 
	content VARCHAR NOT NULL, 
	CONSTRAINT pk_entry_template PRIMARY KEY (id), 
	CONSTRAINT uq_entry_template_name_key UNIQUE (name_key)
);
CREATE TABLE event (
	id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	search_key VARCHAR NOT NULL, 
	cycle_id INTEGER, 
	edition INTEGER, 
	previous_id INTEGER, 
	when_kind VARCHAR NOT NULL, 
	starts_on DATE, 
	ends_on DATE, 
	begins_at VARCHAR DEFAULT '' NOT NULL, 
	ends_at VARCHAR DEFAULT '' NOT NULL, 
	venue_id INTEGER, 
	place_note VARCHAR DEFAULT '' NOT NULL, 
	aim VARCHAR DEFAULT '' NOT NULL, 
	theme VARCHAR DEFAULT '' NOT NULL, 
	public_text VARCHAR DEFAULT '' NOT NULL, 
	hashtag VARCHAR DEFAULT '' NOT NULL, 
	url VARCHAR DEFAULT '' NOT NULL, 
	note VARCHAR DEFAULT '' NOT NULL, 
	capacity INTEGER, 
	expected INTEGER, 
	has_waiting_list BOOLEAN DEFAULT 1 NOT NULL, 
	is_open BOOLEAN DEFAULT 1 NOT NULL, 
	activity_id INTEGER, 
	ticketing VARCHAR DEFAULT '' NOT NULL, 
	uid VARCHAR NOT NULL, 
	revision INTEGER DEFAULT '0' NOT NULL, 
	changed_at DATETIME NOT NULL, 
	CONSTRAINT pk_event PRIMARY KEY (id), 
	CONSTRAINT ck_event_days_whole CHECK ((when_kind = 'undated') = (starts_on IS NULL) AND (starts_on IS NULL) = (ends_on IS NULL)), 
	CONSTRAINT ck_event_kind_known CHECK (kind IN ('workshop', 'assembly', 'training', 'festival', 'meeting', 'conference', 'social', 'other')), 
	CONSTRAINT ck_event_state_known CHECK (state IN ('planned', 'confirmed', 'cancelled')), 
	CONSTRAINT ck_event_when_kind_known CHECK (when_kind IN ('days', 'week', 'month', 'year', 'undated')), 
	CONSTRAINT ck_event_capacity_positive CHECK (capacity > 0), 
	CONSTRAINT ck_event_edition_positive CHECK (edition > 0), 
	CONSTRAINT ck_event_days_in_order CHECK (ends_on >= starts_on), 
	CONSTRAINT fk_event_activity_id_activity FOREIGN KEY(activity_id) REFERENCES activity (id), 
	CONSTRAINT fk_event_cycle_id_event_cycle FOREIGN KEY(cycle_id) REFERENCES event_cycle (id), 
	CONSTRAINT fk_event_previous_id_event FOREIGN KEY(previous_id) REFERENCES event (id), 
	CONSTRAINT fk_event_venue_id_venue FOREIGN KEY(venue_id) REFERENCES venue (id), 
	CONSTRAINT uq_event_activity_id UNIQUE (activity_id), 
	CONSTRAINT uq_event_cycle_id_edition UNIQUE (cycle_id, edition), 
	CONSTRAINT uq_event_uid UNIQUE (uid)
);
INSERT INTO "event" VALUES(1,'workshop','planned','Grand Ramdam','grand ramdam',NULL,NULL,NULL,'days','2026-11-21','2026-11-21','','',NULL,'','','','','','','',NULL,NULL,1,1,3,'','881cfe89-41d5-4ffa-ae9c-74dfbeea07b1',0,'2026-11-22 09:30:00.000000');
CREATE TABLE event_cycle (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	name_key VARCHAR NOT NULL, 
	origin VARCHAR DEFAULT '' NOT NULL, 
	since VARCHAR DEFAULT '' NOT NULL, 
	note VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_event_cycle PRIMARY KEY (id), 
	CONSTRAINT uq_event_cycle_name_key UNIQUE (name_key)
);
CREATE TABLE event_party (
	id INTEGER NOT NULL, 
	event_id INTEGER NOT NULL, 
	payer_id INTEGER, 
	label VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_event_party PRIMARY KEY (id), 
	CONSTRAINT fk_event_party_event_id_event FOREIGN KEY(event_id) REFERENCES event (id), 
	CONSTRAINT fk_event_party_payer_id_contact FOREIGN KEY(payer_id) REFERENCES contact (id)
);
INSERT INTO "event_party" VALUES(1,1,NULL,'');
INSERT INTO "event_party" VALUES(2,1,NULL,'');
CREATE TABLE event_registration (
	id INTEGER NOT NULL, 
	event_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	party_id INTEGER NOT NULL, 
	contact_id INTEGER, 
	last_name VARCHAR DEFAULT '' NOT NULL, 
	first_name VARCHAR DEFAULT '' NOT NULL, 
	name_key VARCHAR DEFAULT '' NOT NULL, 
	email VARCHAR DEFAULT '' NOT NULL, 
	phone VARCHAR DEFAULT '' NOT NULL, 
	state VARCHAR NOT NULL, 
	registered_at DATETIME NOT NULL, 
	cancelled_on DATE, 
	tariff_id INTEGER, 
	price_cents INTEGER DEFAULT '0' NOT NULL, 
	note VARCHAR DEFAULT '' NOT NULL, 
	source VARCHAR NOT NULL, 
	badge_code VARCHAR NOT NULL, 
	ticket_id INTEGER, 
	poll_reply_id INTEGER, 
	CONSTRAINT pk_event_registration PRIMARY KEY (id), 
	CONSTRAINT ck_event_registration_cancelled_known CHECK ((state = 'cancelled') = (cancelled_on IS NOT NULL)), 
	CONSTRAINT ck_event_registration_somebody CHECK (contact_id IS NOT NULL OR last_name <> '' OR first_name <> ''), 
	CONSTRAINT ck_event_registration_source_known CHECK (source IN ('manual', 'door', 'poll', 'ticket', 'file')), 
	CONSTRAINT ck_event_registration_state_known CHECK (state IN ('registered', 'waiting', 'cancelled')), 
	CONSTRAINT ck_event_registration_price_cents_is_cents CHECK (CAST(price_cents AS INTEGER) = price_cents AND abs(price_cents) <= 1000000000000), 
	CONSTRAINT ck_event_registration_price_not_negative CHECK (price_cents >= 0), 
	CONSTRAINT fk_event_registration_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT fk_event_registration_event_id_event FOREIGN KEY(event_id) REFERENCES event (id), 
	CONSTRAINT fk_event_registration_party_id_event_party FOREIGN KEY(party_id) REFERENCES event_party (id), 
	CONSTRAINT fk_event_registration_poll_reply_id_poll_reply FOREIGN KEY(poll_reply_id) REFERENCES poll_reply (id), 
	CONSTRAINT fk_event_registration_tariff_id_event_tariff FOREIGN KEY(tariff_id) REFERENCES event_tariff (id), 
	CONSTRAINT fk_event_registration_ticket_id_registration FOREIGN KEY(ticket_id) REFERENCES registration (id), 
	CONSTRAINT uq_event_registration_badge_code UNIQUE (badge_code), 
	CONSTRAINT uq_event_registration_event_id_number UNIQUE (event_id, number), 
	CONSTRAINT uq_event_registration_ticket_id UNIQUE (ticket_id)
);
INSERT INTO "event_registration" VALUES(1,1,1,1,NULL,'Aubry','','aubry','','','registered','2026-11-22 09:30:00.000000',NULL,1,1200,'','manual','X3QWCQYT',NULL,NULL);
INSERT INTO "event_registration" VALUES(2,1,2,2,NULL,'Besson','','besson','','','registered','2026-11-22 09:30:00.000000',NULL,1,1200,'','manual','RJ8NG92M',NULL,NULL);
CREATE TABLE event_report (
	id INTEGER NOT NULL, 
	event_id INTEGER NOT NULL, 
	category VARCHAR DEFAULT '' NOT NULL, 
	author_id INTEGER, 
	author_name VARCHAR DEFAULT '' NOT NULL, 
	written_on DATE, 
	introduction VARCHAR DEFAULT '' NOT NULL, 
	conclusion VARCHAR DEFAULT '' NOT NULL, 
	next_text VARCHAR DEFAULT '' NOT NULL, 
	is_final BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_event_report PRIMARY KEY (id), 
	CONSTRAINT fk_event_report_author_id_contact FOREIGN KEY(author_id) REFERENCES contact (id), 
	CONSTRAINT fk_event_report_event_id_event FOREIGN KEY(event_id) REFERENCES event (id), 
	CONSTRAINT uq_event_report_event_id UNIQUE (event_id)
);
CREATE TABLE event_report_item (
	id INTEGER NOT NULL, 
	report_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	text VARCHAR NOT NULL, 
	detail VARCHAR DEFAULT '' NOT NULL, 
	audience VARCHAR DEFAULT '' NOT NULL, 
	parent_id INTEGER, 
	contact_id INTEGER, 
	due_on DATE, 
	done_on DATE, 
	group_id INTEGER, 
	CONSTRAINT pk_event_report_item PRIMARY KEY (id), 
	CONSTRAINT ck_event_report_item_answer_of_question CHECK ((kind = 'answer') = (parent_id IS NOT NULL)), 
	CONSTRAINT ck_event_report_item_kind_known CHECK (kind IN ('statement', 'question', 'answer', 'theme', 'decision')), 
	CONSTRAINT fk_event_report_item_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT fk_event_report_item_group_id_working_group FOREIGN KEY(group_id) REFERENCES working_group (id), 
	CONSTRAINT fk_event_report_item_parent_id_event_report_item FOREIGN KEY(parent_id) REFERENCES event_report_item (id), 
	CONSTRAINT fk_event_report_item_report_id_event_report FOREIGN KEY(report_id) REFERENCES event_report (id)
);
CREATE TABLE event_role (
	id INTEGER NOT NULL, 
	event_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	role VARCHAR NOT NULL, 
	contact_id INTEGER, 
	name VARCHAR DEFAULT '' NOT NULL, 
	subject VARCHAR DEFAULT '' NOT NULL, 
	theme VARCHAR DEFAULT '' NOT NULL, 
	session_id INTEGER, 
	CONSTRAINT pk_event_role PRIMARY KEY (id), 
	CONSTRAINT ck_event_role_somebody CHECK (contact_id IS NOT NULL OR name <> ''), 
	CONSTRAINT ck_event_role_role_known CHECK (role IN ('organiser', 'co_organiser', 'support', 'funder', 'facilitator', 'speaker', 'reporter', 'volunteer')), 
	CONSTRAINT fk_event_role_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT fk_event_role_event_id_event FOREIGN KEY(event_id) REFERENCES event (id), 
	CONSTRAINT fk_event_role_session_id_event_session FOREIGN KEY(session_id) REFERENCES event_session (id)
);
CREATE TABLE event_session (
	id INTEGER NOT NULL, 
	event_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	title VARCHAR NOT NULL, 
	held_on DATE, 
	begins_at VARCHAR DEFAULT '' NOT NULL, 
	ends_at VARCHAR DEFAULT '' NOT NULL, 
	venue_id INTEGER, 
	room VARCHAR DEFAULT '' NOT NULL, 
	theme VARCHAR DEFAULT '' NOT NULL, 
	description VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_event_session PRIMARY KEY (id), 
	CONSTRAINT fk_event_session_event_id_event FOREIGN KEY(event_id) REFERENCES event (id), 
	CONSTRAINT fk_event_session_venue_id_venue FOREIGN KEY(venue_id) REFERENCES venue (id)
);
CREATE TABLE event_tariff (
	id INTEGER NOT NULL, 
	event_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	pricing VARCHAR NOT NULL, 
	amount_cents INTEGER DEFAULT '0' NOT NULL, 
	minimum_cents INTEGER DEFAULT '0' NOT NULL, 
	quota INTEGER, 
	ticket_key VARCHAR DEFAULT '' NOT NULL, 
	is_closed BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_event_tariff PRIMARY KEY (id), 
	CONSTRAINT ck_event_tariff_kind_known CHECK (kind IN ('fee', 'option')), 
	CONSTRAINT ck_event_tariff_pricing_known CHECK (pricing IN ('fixed', 'free', 'open')), 
	CONSTRAINT ck_event_tariff_amount_cents_is_cents CHECK (CAST(amount_cents AS INTEGER) = amount_cents AND abs(amount_cents) <= 1000000000000), 
	CONSTRAINT ck_event_tariff_minimum_cents_is_cents CHECK (CAST(minimum_cents AS INTEGER) = minimum_cents AND abs(minimum_cents) <= 1000000000000), 
	CONSTRAINT ck_event_tariff_not_negative CHECK (amount_cents >= 0 AND minimum_cents >= 0), 
	CONSTRAINT ck_event_tariff_quota_positive CHECK (quota > 0), 
	CONSTRAINT fk_event_tariff_event_id_event FOREIGN KEY(event_id) REFERENCES event (id)
);
INSERT INTO "event_tariff" VALUES(1,1,1,'fee','Entrée','fixed',1200,0,NULL,'',0);
CREATE TABLE expense_line (
	id INTEGER NOT NULL, 
	sheet_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	spent_on DATE NOT NULL, 
	kind VARCHAR NOT NULL, 
	label VARCHAR NOT NULL, 
	amount_cents INTEGER NOT NULL, 
	vehicle_id INTEGER, 
	metres INTEGER NOT NULL, 
	CONSTRAINT pk_expense_line PRIMARY KEY (id), 
	CONSTRAINT ck_expense_line_vehicle_known CHECK ((kind = 'mileage') = (vehicle_id IS NOT NULL)), 
	CONSTRAINT ck_expense_line_kind_known CHECK (kind IN ('mileage', 'transport', 'toll', 'lodging', 'meal', 'supplies', 'post', 'other')), 
	CONSTRAINT ck_expense_line_amount_cents_is_cents CHECK (CAST(amount_cents AS INTEGER) = amount_cents AND abs(amount_cents) <= 1000000000000), 
	CONSTRAINT fk_expense_line_sheet_id_expense_sheet FOREIGN KEY(sheet_id) REFERENCES expense_sheet (id), 
	CONSTRAINT fk_expense_line_vehicle_id_vehicle FOREIGN KEY(vehicle_id) REFERENCES vehicle (id)
);
INSERT INTO "expense_line" VALUES(1,1,0,'2025-03-20','other','Papier et feutres',1840,NULL,0);
INSERT INTO "expense_line" VALUES(2,2,0,'2025-03-21','other','Train',4200,NULL,0);
CREATE TABLE "expense_sheet" (
	id INTEGER NOT NULL, 
	volunteer_id INTEGER NOT NULL, 
	title VARCHAR NOT NULL, 
	title_key VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	settled_on DATE, 
	amount_cents INTEGER, 
	payment_id INTEGER, 
	note VARCHAR NOT NULL, 
	activity_id INTEGER, 
	CONSTRAINT pk_expense_sheet PRIMARY KEY (id), 
	CONSTRAINT ck_expense_sheet_settled_known CHECK ((state = 'draft') = (settled_on IS NULL)), 
	CONSTRAINT ck_expense_sheet_state_known CHECK (state IN ('draft', 'waived', 'reimbursed')), 
	CONSTRAINT ck_expense_sheet_amount_cents_is_cents CHECK (CAST(amount_cents AS INTEGER) = amount_cents AND abs(amount_cents) <= 1000000000000), 
	CONSTRAINT fk_expense_sheet_activity_id_activity FOREIGN KEY(activity_id) REFERENCES activity (id), 
	CONSTRAINT fk_expense_sheet_payment_id_payment FOREIGN KEY(payment_id) REFERENCES payment (id), 
	CONSTRAINT fk_expense_sheet_volunteer_id_contact FOREIGN KEY(volunteer_id) REFERENCES contact (id)
);
INSERT INTO "expense_sheet" VALUES(1,2,'Achats de l’atelier','achats de l atelier','reimbursed','2025-03-25',1840,7,'',NULL);
INSERT INTO "expense_sheet" VALUES(2,1,'Train de mars','train de mars','waived','2025-03-28',4200,NULL,'',NULL);
CREATE TABLE file_info (
	"key" VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	CONSTRAINT pk_file_info PRIMARY KEY ("key")
);
INSERT INTO "file_info" VALUES('identity','2c7bde705357dda50b11b746de3b7fc8');
INSERT INTO "file_info" VALUES('written_by','0.1.0');
CREATE TABLE fiscal_year (
	id INTEGER NOT NULL, 
	label VARCHAR NOT NULL, 
	starts_on DATE NOT NULL, 
	ends_on DATE NOT NULL, 
	state VARCHAR NOT NULL, 
	CONSTRAINT pk_fiscal_year PRIMARY KEY (id), 
	CONSTRAINT ck_fiscal_year_state_known CHECK (state IN ('open', 'closed')), 
	CONSTRAINT ck_fiscal_year_days_in_order CHECK (starts_on <= ends_on), 
	CONSTRAINT uq_fiscal_year_ends_on UNIQUE (ends_on), 
	CONSTRAINT uq_fiscal_year_starts_on UNIQUE (starts_on)
);
INSERT INTO "fiscal_year" VALUES(1,'2025','2025-01-01','2025-12-31','open');
CREATE TABLE fiscal_year_event (
	id INTEGER NOT NULL, 
	fiscal_year_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	made_at DATETIME NOT NULL, 
	made_by VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	entry_count INTEGER NOT NULL, 
	head_hash VARCHAR NOT NULL, 
	totals VARCHAR NOT NULL, 
	entry_id INTEGER, 
	CONSTRAINT pk_fiscal_year_event PRIMARY KEY (id), 
	CONSTRAINT ck_fiscal_year_event_kind_known CHECK (kind IN ('closed', 'reopened', 'allocated')), 
	CONSTRAINT fk_fiscal_year_event_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id), 
	CONSTRAINT fk_fiscal_year_event_fiscal_year_id_fiscal_year FOREIGN KEY(fiscal_year_id) REFERENCES fiscal_year (id)
);
CREATE TABLE fixed_asset (
	id INTEGER NOT NULL, 
	label VARCHAR NOT NULL, 
	label_key VARCHAR NOT NULL, 
	account_id INTEGER NOT NULL, 
	depreciation_account_id INTEGER, 
	allowance_account_id INTEGER, 
	bought_on DATE NOT NULL, 
	in_service_on DATE NOT NULL, 
	cost_cents INTEGER NOT NULL, 
	residual_cents INTEGER DEFAULT '0' NOT NULL, 
	prior_cents INTEGER DEFAULT '0' NOT NULL, 
	months INTEGER NOT NULL, 
	disposed_on DATE, 
	disposal_cents INTEGER, 
	activity_id INTEGER, 
	grant_award_id INTEGER, 
	note VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_fixed_asset PRIMARY KEY (id), 
	CONSTRAINT ck_fixed_asset_cost_cents_is_cents CHECK (CAST(cost_cents AS INTEGER) = cost_cents AND abs(cost_cents) <= 1000000000000), 
	CONSTRAINT ck_fixed_asset_disposal_cents_is_cents CHECK (CAST(disposal_cents AS INTEGER) = disposal_cents AND abs(disposal_cents) <= 1000000000000), 
	CONSTRAINT ck_fixed_asset_prior_cents_is_cents CHECK (CAST(prior_cents AS INTEGER) = prior_cents AND abs(prior_cents) <= 1000000000000), 
	CONSTRAINT ck_fixed_asset_residual_cents_is_cents CHECK (CAST(residual_cents AS INTEGER) = residual_cents AND abs(residual_cents) <= 1000000000000), 
	CONSTRAINT ck_fixed_asset_cost_positive CHECK (cost_cents > 0), 
	CONSTRAINT ck_fixed_asset_months_not_negative CHECK (months >= 0), 
	CONSTRAINT ck_fixed_asset_plan_within_cost CHECK (residual_cents >= 0 AND prior_cents >= 0 AND residual_cents + prior_cents <= cost_cents), 
	CONSTRAINT fk_fixed_asset_account_id_account FOREIGN KEY(account_id) REFERENCES account (id), 
	CONSTRAINT fk_fixed_asset_activity_id_activity FOREIGN KEY(activity_id) REFERENCES activity (id), 
	CONSTRAINT fk_fixed_asset_allowance_account_id_account FOREIGN KEY(allowance_account_id) REFERENCES account (id), 
	CONSTRAINT fk_fixed_asset_depreciation_account_id_account FOREIGN KEY(depreciation_account_id) REFERENCES account (id), 
	CONSTRAINT fk_fixed_asset_grant_award_id_grant_award FOREIGN KEY(grant_award_id) REFERENCES grant_award (id)
);
CREATE TABLE fund_movement (
	id INTEGER NOT NULL, 
	fund_id INTEGER NOT NULL, 
	fiscal_year_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	moved_on DATE NOT NULL, 
	amount_cents INTEGER NOT NULL, 
	entry_id INTEGER, 
	other_fund_id INTEGER, 
	note VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_fund_movement PRIMARY KEY (id), 
	CONSTRAINT ck_fund_movement_other_fund_known CHECK ((kind = 'transfer') = (other_fund_id IS NOT NULL)), 
	CONSTRAINT ck_fund_movement_kind_known CHECK (kind IN ('opening', 'report', 'use', 'transfer')), 
	CONSTRAINT ck_fund_movement_amount_cents_is_cents CHECK (CAST(amount_cents AS INTEGER) = amount_cents AND abs(amount_cents) <= 1000000000000), 
	CONSTRAINT ck_fund_movement_amount_positive CHECK (amount_cents > 0), 
	CONSTRAINT fk_fund_movement_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id), 
	CONSTRAINT fk_fund_movement_fiscal_year_id_fiscal_year FOREIGN KEY(fiscal_year_id) REFERENCES fiscal_year (id), 
	CONSTRAINT fk_fund_movement_fund_id_dedicated_fund FOREIGN KEY(fund_id) REFERENCES dedicated_fund (id), 
	CONSTRAINT fk_fund_movement_other_fund_id_dedicated_fund FOREIGN KEY(other_fund_id) REFERENCES dedicated_fund (id)
);
CREATE TABLE gift_declaration (
	id INTEGER NOT NULL, 
	fiscal_year INTEGER NOT NULL, 
	filed_on DATE NOT NULL, 
	receipt_count INTEGER NOT NULL, 
	total_cents INTEGER NOT NULL, 
	proof_id INTEGER, 
	note VARCHAR NOT NULL, 
	CONSTRAINT pk_gift_declaration PRIMARY KEY (id), 
	CONSTRAINT ck_gift_declaration_total_cents_is_cents CHECK (CAST(total_cents AS INTEGER) = total_cents AND abs(total_cents) <= 1000000000000), 
	CONSTRAINT fk_gift_declaration_proof_id_stored_file FOREIGN KEY(proof_id) REFERENCES stored_file (id), 
	CONSTRAINT uq_gift_declaration_fiscal_year UNIQUE (fiscal_year)
);
CREATE TABLE gift_sum (
	contact_id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	campaign_id INTEGER NOT NULL, 
	cents INTEGER NOT NULL, 
	last_on DATE NOT NULL, 
	CONSTRAINT pk_gift_sum PRIMARY KEY (contact_id, year, campaign_id)
)
 WITHOUT ROWID

;
INSERT INTO "gift_sum" VALUES(1,2025,0,7200,'2025-03-28');
INSERT INTO "gift_sum" VALUES(2,2025,0,5000,'2025-01-06');
INSERT INTO "gift_sum" VALUES(3,2025,0,12000,'2025-03-06');
CREATE TABLE grant_award (
	id INTEGER NOT NULL, 
	title VARCHAR NOT NULL, 
	title_key VARCHAR NOT NULL, 
	funder_id INTEGER, 
	kind VARCHAR NOT NULL, 
	account_id INTEGER NOT NULL, 
	receivable_account_id INTEGER NOT NULL, 
	notified_on DATE NOT NULL, 
	amount_cents INTEGER NOT NULL, 
	starts_on DATE, 
	ends_on DATE, 
	expected_on DATE, 
	activity_id INTEGER, 
	note VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_grant_award PRIMARY KEY (id), 
	CONSTRAINT ck_grant_award_kind_known CHECK (kind IN ('operating', 'investment')), 
	CONSTRAINT ck_grant_award_amount_cents_is_cents CHECK (CAST(amount_cents AS INTEGER) = amount_cents AND abs(amount_cents) <= 1000000000000), 
	CONSTRAINT ck_grant_award_amount_positive CHECK (amount_cents > 0), 
	CONSTRAINT fk_grant_award_account_id_account FOREIGN KEY(account_id) REFERENCES account (id), 
	CONSTRAINT fk_grant_award_activity_id_activity FOREIGN KEY(activity_id) REFERENCES activity (id), 
	CONSTRAINT fk_grant_award_funder_id_contact FOREIGN KEY(funder_id) REFERENCES contact (id), 
	CONSTRAINT fk_grant_award_receivable_account_id_account FOREIGN KEY(receivable_account_id) REFERENCES account (id)
);
INSERT INTO "grant_award" VALUES(1,'Ateliers de quartier','ateliers de quartier',5,'operating',124,41,'2025-02-15',150000,'2025-01-01','2025-12-31',NULL,1,'');
INSERT INTO "grant_award" VALUES(2,'Fonctionnement 2025','fonctionnement 2025',6,'operating',124,41,'2025-03-10',300000,'2025-01-01','2025-12-31',NULL,NULL,'');
INSERT INTO "grant_award" VALUES(3,'Four du fournil','four du fournil',NULL,'investment',11,40,'2025-04-02',150000,NULL,NULL,NULL,NULL,'');
CREATE TABLE group_event (
	id INTEGER NOT NULL, 
	group_id INTEGER NOT NULL, 
	event_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	CONSTRAINT pk_group_event PRIMARY KEY (id), 
	CONSTRAINT ck_group_event_kind_known CHECK (kind IN ('origin', 'host')), 
	CONSTRAINT fk_group_event_event_id_event FOREIGN KEY(event_id) REFERENCES event (id), 
	CONSTRAINT fk_group_event_group_id_working_group FOREIGN KEY(group_id) REFERENCES working_group (id), 
	CONSTRAINT uq_group_event_group_id_event_id_kind UNIQUE (group_id, event_id, kind)
);
CREATE TABLE "group_member" (
	id INTEGER NOT NULL, 
	group_id INTEGER NOT NULL, 
	contact_id INTEGER NOT NULL, 
	role VARCHAR NOT NULL, 
	started_on DATE, 
	ended_on DATE, 
	charter_signed_on DATE, 
	CONSTRAINT pk_group_member PRIMARY KEY (id), 
	CONSTRAINT fk_group_member_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT fk_group_member_group_id_working_group FOREIGN KEY(group_id) REFERENCES working_group (id)
);
INSERT INTO "group_member" VALUES(1,1,1,'référente','2025-03-01',NULL,NULL);
INSERT INTO "group_member" VALUES(2,1,2,'','2025-03-01',NULL,NULL);
INSERT INTO "group_member" VALUES(3,1,4,'structure d’accueil','2025-03-01',NULL,NULL);
INSERT INTO "group_member" VALUES(4,2,2,'','2025-03-01',NULL,NULL);
CREATE TABLE group_objective (
	id INTEGER NOT NULL, 
	group_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	deliverable VARCHAR DEFAULT '' NOT NULL, 
	due_on DATE, 
	reached_on DATE, 
	note VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_group_objective PRIMARY KEY (id), 
	CONSTRAINT ck_group_objective_kind_known CHECK (kind IN ('political', 'operational', 'other')), 
	CONSTRAINT ck_group_objective_state_known CHECK (state IN ('to_do', 'under_way', 'reached', 'dropped')), 
	CONSTRAINT fk_group_objective_group_id_working_group FOREIGN KEY(group_id) REFERENCES working_group (id)
);
CREATE TABLE group_output (
	id INTEGER NOT NULL, 
	group_id INTEGER NOT NULL, 
	title VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	licence VARCHAR DEFAULT '' NOT NULL, 
	made_on DATE, 
	url VARCHAR DEFAULT '' NOT NULL, 
	note VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_group_output PRIMARY KEY (id), 
	CONSTRAINT ck_group_output_kind_known CHECK (kind IN ('note', 'seminar', 'research', 'event', 'report', 'tool', 'media', 'other')), 
	CONSTRAINT ck_group_output_state_known CHECK (state IN ('draft', 'debated', 'published')), 
	CONSTRAINT fk_group_output_group_id_working_group FOREIGN KEY(group_id) REFERENCES working_group (id)
);
CREATE TABLE household (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	CONSTRAINT pk_household PRIMARY KEY (id)
);
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
INSERT INTO "import_run" VALUES(1,'extrait.csv','495c24fbac0768ce01c699b1a4bf7a16c1815f63e5ef25f2cfe77d4929015c62','credit_mutuel','2026-11-22 09:30:00.000000','Camille',4,0,0,0,0,102860);
INSERT INTO "import_run" VALUES(2,'atelier.csv','fcf9a551acac4d1004b7fdf05db5bd554de6d37ebead79b9d1f01431fdf49e62','framadate','2026-11-22 09:30:00.000000','Camille',2,0,0,0,0,0);
INSERT INTO "import_run" VALUES(3,'formulaire.csv','989cb94d2fd2b386396a7d94babac406d00d2939042d0a6afa1efdb4d58181e3','webform','2026-11-22 09:30:00.000000','Camille',2,0,0,0,0,0);
INSERT INTO "import_run" VALUES(4,'agenda.ics','dc7bc20aa4fbe37af2193d613f3e9365cfb6b93d5a6941f77ae7edbd8159399a','icalendar','2026-11-22 09:30:00.000000','Camille',2,0,0,0,1,0);
INSERT INTO "import_run" VALUES(5,'billets.csv','505e88bd804fc5e7c3947d2a7cd39b3f8cacc0d24fc332078bb51e2725f2d676','helloasso_event','2026-11-22 09:30:00.000000','Camille',3,0,0,1,0,4700);
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
	statement_line_id INTEGER, 
	poll_reply_id INTEGER, 
	calendar_item_id INTEGER, 
	CONSTRAINT pk_imported_row PRIMARY KEY (id), 
	CONSTRAINT ck_imported_row_verdict_known CHECK (verdict IN ('new', 'changed', 'same', 'doubtful', 'refused')), 
	CONSTRAINT fk_imported_row_calendar_item_id_calendar_item FOREIGN KEY(calendar_item_id) REFERENCES calendar_item (id), 
	CONSTRAINT fk_imported_row_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT fk_imported_row_payment_id_payment FOREIGN KEY(payment_id) REFERENCES payment (id), 
	CONSTRAINT fk_imported_row_poll_reply_id_poll_reply FOREIGN KEY(poll_reply_id) REFERENCES poll_reply (id), 
	CONSTRAINT fk_imported_row_registration_id_registration FOREIGN KEY(registration_id) REFERENCES registration (id), 
	CONSTRAINT fk_imported_row_run_id_import_run FOREIGN KEY(run_id) REFERENCES import_run (id), 
	CONSTRAINT fk_imported_row_statement_line_id_statement_line FOREIGN KEY(statement_line_id) REFERENCES statement_line (id)
);
INSERT INTO "imported_row" VALUES(1,1,2,'new','',NULL,NULL,NULL,'{"Date": "06/01/2025", "Date de valeur": "06/01/2025", "Débit": "", "Crédit": "50,00", "Libellé": "VIR YANN LE GUEN", "Solde": "550,00"}',1,NULL,NULL);
INSERT INTO "imported_row" VALUES(2,1,3,'new','',NULL,NULL,NULL,'{"Date": "10/03/2025", "Date de valeur": "10/03/2025", "Débit": "", "Crédit": "1000,00", "Libellé": "VIR METROPOLE INVENTEE", "Solde": "1550,00"}',2,NULL,NULL);
INSERT INTO "imported_row" VALUES(3,1,4,'new','',NULL,NULL,NULL,'{"Date": "25/03/2025", "Date de valeur": "25/03/2025", "Débit": "-18,40", "Crédit": "", "Libellé": "VIR YANN LE GUEN FRAIS", "Solde": "1531,60"}',3,NULL,NULL);
INSERT INTO "imported_row" VALUES(4,1,5,'new','',NULL,NULL,NULL,'{"Date": "28/03/2025", "Date de valeur": "28/03/2025", "Débit": "-3,00", "Crédit": "", "Libellé": "FRAIS DE TENUE", "Solde": "1528,60"}',4,NULL,NULL);
INSERT INTO "imported_row" VALUES(5,2,3,'new','',NULL,NULL,NULL,'{"Nom": "Maëlle Zéphyr", "11/04/2026 18h-20h": "Oui", "11/04/2026 20h-22h": "Non", "13/04/2026 soir": "Si nécessaire"}',NULL,1,NULL);
INSERT INTO "imported_row" VALUES(6,2,4,'new','',NULL,NULL,NULL,'{"Nom": "Yann", "11/04/2026 18h-20h": "Oui", "11/04/2026 20h-22h": "Oui", "13/04/2026 soir": "Inconnu"}',NULL,2,NULL);
INSERT INTO "imported_row" VALUES(7,3,4,'new','',NULL,NULL,NULL,'{"Numéro": "1", "Nom": "Zéphyr", "Ateliers souhaités Découvrir": "X", "Ateliers souhaités Structurer": "", "Remarque": "J’apporte un gâteau"}',NULL,3,NULL);
INSERT INTO "imported_row" VALUES(8,3,5,'new','',NULL,NULL,NULL,'{"Numéro": "2", "Nom": "Le Guen", "Ateliers souhaités Découvrir": "X", "Ateliers souhaités Structurer": "X", "Remarque": ""}',NULL,4,NULL);
INSERT INTO "imported_row" VALUES(9,4,3,'new','',NULL,NULL,NULL,'{"UID": "ramdam@example.org", "DTSTART": "20150604", "DTEND": "20150606", "SUMMARY": "Ramdam"}',NULL,NULL,1);
INSERT INTO "imported_row" VALUES(10,4,14,'new','',NULL,NULL,NULL,'{"UID": "reunion@example.org", "DTSTART": "20260404T220000Z", "DURATION": "PT2H", "SUMMARY": "Réunion\\, suite"}',NULL,NULL,2);
INSERT INTO "imported_row" VALUES(11,4,9,'refused','calendar.no_start',NULL,NULL,NULL,'{"UID": "broken@example.org", "DTSTART": "demain", "SUMMARY": "Flou"}',NULL,NULL,NULL);
INSERT INTO "imported_row" VALUES(12,5,2,'new','',8,1,NULL,'{"Référence commande": "90030001", "Date de la commande": "04/03/2026 18:00", "Statut de la commande": "Validé", "Nom participant": "Roux", "Prénom participant": "Thérèse", "Nom payeur": "Roux", "Prénom payeur": "Thérèse", "Email payeur": "therese.roux@example.org", "Raison sociale": "", "Moyen de paiement": "Carte bancaire", "Billet": "https://example.org/billet/70001", "Numéro de billet": "70001", "Tarif": "Plein tarif", "Montant tarif": "20,00", "Code Promo": "", "Montant code promo": "", "Repas": "Oui", "Montant Repas": "12,00", "Allergies": "noix"}',NULL,NULL,NULL);
INSERT INTO "imported_row" VALUES(13,5,3,'new','',8,2,NULL,'{"Référence commande": "90030001", "Date de la commande": "04/03/2026 18:00", "Statut de la commande": "Validé", "Nom participant": "Roux", "Prénom participant": "Maël", "Nom payeur": "Roux", "Prénom payeur": "Thérèse", "Email payeur": "therese.roux@example.org", "Raison sociale": "", "Moyen de paiement": "", "Billet": "https://example.org/billet/70002", "Numéro de billet": "70002", "Tarif": "Enfant", "Montant tarif": "Gratuit", "Code Promo": "", "Montant code promo": "", "Repas": "", "Montant Repas": "", "Allergies": ""}',NULL,NULL,NULL);
INSERT INTO "imported_row" VALUES(14,5,4,'new','',9,3,NULL,'{"Référence commande": "90030002", "Date de la commande": "04/03/2026 18:00", "Statut de la commande": "Validé", "Nom participant": "Leroy", "Prénom participant": "Amélie", "Nom payeur": "Roux", "Prénom payeur": "Thérèse", "Email payeur": "therese.roux@example.org", "Raison sociale": "", "Moyen de paiement": "Carte bancaire", "Billet": "https://example.org/billet/70003", "Numéro de billet": "70003", "Tarif": "Plein tarif", "Montant tarif": "20,00", "Code Promo": "AMIS", "Montant code promo": "5,00", "Repas": "Non", "Montant Repas": "", "Allergies": ""}',NULL,NULL,NULL);
INSERT INTO "imported_row" VALUES(15,5,5,'doubtful','unknown_status',10,4,NULL,'{"Référence commande": "90030003", "Date de la commande": "04/03/2026 18:00", "Statut de la commande": "Annulé", "Nom participant": "Blanc", "Prénom participant": "Omar", "Nom payeur": "Roux", "Prénom payeur": "Thérèse", "Email payeur": "therese.roux@example.org", "Raison sociale": "", "Moyen de paiement": "Carte bancaire", "Billet": "https://example.org/billet/70004", "Numéro de billet": "70004", "Tarif": "Plein tarif", "Montant tarif": "20,00", "Code Promo": "", "Montant code promo": "", "Repas": "", "Montant Repas": "", "Allergies": ""}',NULL,NULL,NULL);
CREATE TABLE indicator (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	name_key VARCHAR NOT NULL, 
	unit VARCHAR DEFAULT '' NOT NULL, 
	source VARCHAR DEFAULT '' NOT NULL, 
	note VARCHAR DEFAULT '' NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_indicator PRIMARY KEY (id), 
	CONSTRAINT uq_indicator_name_key UNIQUE (name_key)
);
CREATE TABLE indicator_value (
	id INTEGER NOT NULL, 
	indicator_id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	thousandths INTEGER NOT NULL, 
	note VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_indicator_value PRIMARY KEY (id), 
	CONSTRAINT fk_indicator_value_indicator_id_indicator FOREIGN KEY(indicator_id) REFERENCES indicator (id), 
	CONSTRAINT uq_indicator_value_indicator_id_year UNIQUE (indicator_id, year)
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
CREATE TABLE journal (
	id INTEGER NOT NULL, 
	code VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	account_id INTEGER, 
	is_open BOOLEAN DEFAULT 1 NOT NULL, 
	CONSTRAINT pk_journal PRIMARY KEY (id), 
	CONSTRAINT ck_journal_kind_known CHECK (kind IN ('purchases', 'sales', 'bank', 'cash', 'misc', 'gifts', 'opening', 'volunteering')), 
	CONSTRAINT fk_journal_account_id_account FOREIGN KEY(account_id) REFERENCES account (id), 
	CONSTRAINT uq_journal_code UNIQUE (code)
);
INSERT INTO "journal" VALUES(1,'AC','Achats','purchases',NULL,1);
INSERT INTO "journal" VALUES(2,'VE','Ventes','sales',NULL,1);
INSERT INTO "journal" VALUES(3,'BQ','Banque','bank',56,1);
INSERT INTO "journal" VALUES(4,'HA','Plateformes de paiement','bank',57,1);
INSERT INTO "journal" VALUES(5,'CA','Caisse','cash',58,1);
INSERT INTO "journal" VALUES(6,'DO','Dons','gifts',NULL,1);
INSERT INTO "journal" VALUES(7,'OD','Opérations diverses','misc',NULL,1);
INSERT INTO "journal" VALUES(8,'AN','À-nouveaux','opening',NULL,1);
INSERT INTO "journal" VALUES(9,'CV','Contributions volontaires','volunteering',NULL,1);
CREATE TABLE kind_contribution (
	id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	contact_id INTEGER, 
	activity_id INTEGER, 
	given_on DATE NOT NULL, 
	amount_cents INTEGER NOT NULL, 
	label VARCHAR NOT NULL, 
	value_basis VARCHAR NOT NULL, 
	donation_id INTEGER, 
	entry_id INTEGER, 
	CONSTRAINT pk_kind_contribution PRIMARY KEY (id), 
	CONSTRAINT ck_kind_contribution_kind_known CHECK (kind IN ('goods', 'premises', 'services')), 
	CONSTRAINT ck_kind_contribution_amount_cents_is_cents CHECK (CAST(amount_cents AS INTEGER) = amount_cents AND abs(amount_cents) <= 1000000000000), 
	CONSTRAINT ck_kind_contribution_amount_positive CHECK (amount_cents > 0), 
	CONSTRAINT fk_kind_contribution_activity_id_activity FOREIGN KEY(activity_id) REFERENCES activity (id), 
	CONSTRAINT fk_kind_contribution_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT fk_kind_contribution_donation_id_donation FOREIGN KEY(donation_id) REFERENCES donation (id), 
	CONSTRAINT fk_kind_contribution_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id), 
	CONSTRAINT uq_kind_contribution_donation_id UNIQUE (donation_id)
);
CREATE TABLE legal_parameter (
	id INTEGER NOT NULL, 
	code VARCHAR NOT NULL, 
	since DATE NOT NULL, 
	value VARCHAR NOT NULL, 
	source VARCHAR NOT NULL, 
	CONSTRAINT pk_legal_parameter PRIMARY KEY (id), 
	CONSTRAINT uq_legal_parameter_code_since UNIQUE (code, since)
);
CREATE TABLE "letter" (
	id INTEGER NOT NULL, 
	contact_id INTEGER NOT NULL, 
	membership_id INTEGER, 
	kind VARCHAR NOT NULL, 
	channel VARCHAR NOT NULL, 
	subject VARCHAR NOT NULL, 
	made_on DATE NOT NULL, 
	donation_id INTEGER, 
	receipt_id INTEGER, 
	CONSTRAINT pk_letter PRIMARY KEY (id), 
	CONSTRAINT ck_letter_channel_known CHECK (channel IN ('post', 'email')), 
	CONSTRAINT fk_letter_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT fk_letter_donation_id_donation FOREIGN KEY(donation_id) REFERENCES donation (id), 
	CONSTRAINT fk_letter_membership_id_membership FOREIGN KEY(membership_id) REFERENCES membership (id), 
	CONSTRAINT fk_letter_receipt_id_tax_receipt FOREIGN KEY(receipt_id) REFERENCES tax_receipt (id)
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
	start_year INTEGER NOT NULL, number_key VARCHAR DEFAULT '' NOT NULL, search_text VARCHAR DEFAULT '' NOT NULL, holder_since DATE, holder_until DATE, holder_left_on DATE, due_cents INTEGER DEFAULT '0' NOT NULL, remainder_cents INTEGER DEFAULT '0' NOT NULL, listed INTEGER DEFAULT '0' NOT NULL, 
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
INSERT INTO "membership" VALUES(1,1,1,'2025-01-01','2025-12-31',2000,0,0,NULL,NULL,NULL,'',2000,'zephyr  maelle',2025,'000000000001','zephyr maelle zephyr 0001 maelle.zephyr@example.org 44000 nantes','2025-01-01','2025-12-31',NULL,2000,0,2);
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
INSERT INTO "membership_type" VALUES(1,'Individuelle','individuelle','fixed',2000,'contact','anyone','',1,'calendar_year',9,1,12,0,0,0,0,'756','',1,NULL);
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
INSERT INTO "operation" VALUES(1,'command','association.saved','{}','Camille','command_line','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(2,'command','year.opened','{"name": "2025"}','Camille','command_line','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(3,'command','contact.added','{"name": "Maëlle Zéphyr"}','Camille','command_line','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(4,'command','contact.added','{"name": "Yann Le Guen"}','Camille','command_line','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(5,'command','contact.added','{"name": "Thérèse Roux"}','Camille','command_line','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(6,'command','contact.added','{"name": "Fabrique des Communs"}','Camille','command_line','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(7,'command','contact.added','{"name": "Métropole inventée"}','Camille','command_line','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(8,'command','tariff.added','{"name": "Individuelle"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(9,'command','group.joined','{"group": "Groupe Jardin", "name": "Maëlle Zéphyr"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(10,'command','group.joined','{"group": "Groupe Jardin", "name": "Yann Le Guen"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(11,'command','group.joined','{"group": "Groupe Jardin", "name": "Fabrique des Communs"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(12,'command','group.joined','{"group": "Groupe Communication", "name": "Yann Le Guen"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(13,'command','membership.joined','{"name": "Maëlle Zéphyr"}','Camille','command_line','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(14,'command','payment.recorded','{"cents": "5000"}','Camille','command_line','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(15,'command','donation.recorded','{"cents": "5000"}','Camille','command_line','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(16,'command','donation.recorded','{"cents": "12000"}','Camille','command_line','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(17,'command','activity.added','{"name": "Atelier des communs"}','Camille','command_line','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(18,'command','activity.added','{"name": "Jardin partagé"}','Camille','command_line','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(19,'command','grant.notified','{"name": "Ateliers de quartier"}','Camille','command_line','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(20,'command','grant.received','{"cents": "100000", "name": "Ateliers de quartier"}','Camille','command_line','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(21,'command','payment.recorded','{"cents": "3500"}','Camille','command_line','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(22,'command','payment.recorded','{"cents": "2400"}','Camille','command_line','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(23,'command','expense.recorded','{"name": "Achats de l’atelier"}','Camille','command_line','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(24,'command','expense.changed','{"name": "Achats de l’atelier"}','Camille','command_line','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(25,'command','expense.attached','{"name": "ticket.png"}','Camille','command_line','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(26,'command','expense.reimbursed','{"name": "Yann Le Guen", "cents": "1840"}','Camille','command_line','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(27,'command','expense.recorded','{"name": "Train de mars"}','Camille','command_line','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(28,'command','expense.changed','{"name": "Train de mars"}','Camille','command_line','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(29,'command','expense.attached','{"name": "ticket.png"}','Camille','command_line','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(30,'command','expense.waived','{"name": "Maëlle Zéphyr", "cents": "4200"}','Camille','command_line','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(31,'command','bank.added','{"name": "Compte courant"}','Camille','command_line','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(32,'command','import.applied','{"name": "extrait.csv"}','Camille','command_line','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(33,'command','import.applied','{"name": "atelier.csv"}','Camille','command_line','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(34,'command','import.applied','{"name": "formulaire.csv"}','Camille','command_line','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(35,'command','import.applied','{"name": "agenda.ics"}','Camille','command_line','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(36,'command','import.applied','{"name": "billets.csv"}','Camille','command_line','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(37,'command','booking.booked','{"count": "8"}','Camille','command_line','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(38,'command','reconciliation.accepted_all','{"count": "3"}','Camille','command_line','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(39,'command','entry.validated','{"count": "8"}','Camille','command_line','2026-11-22 09:30:00.000000','done',1,NULL);
INSERT INTO "operation" VALUES(40,'command','receipt.issued','{"year": "2025", "count": "1"}','Camille','command_line','2026-11-22 09:30:00.000000','done',1,NULL);
INSERT INTO "operation" VALUES(41,'command','receipt.issued','{"year": "2025", "count": "3"}','Camille','command_line','2026-11-22 09:30:00.000000','done',1,NULL);
INSERT INTO "operation" VALUES(42,'command','payment.recorded','{"cents": "1200"}','Camille','command_line','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(43,'command','payment.removed','{}','Camille','command_line','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(44,'command','event.added','{"name": "Grand Ramdam"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(45,'command','tariff.added','{"name": "Entrée", "event": "Grand Ramdam"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(46,'command','registration.added','{"name": "Aubry"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(47,'command','registration.added','{"name": "Besson"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(48,'command','payment.recorded','{"cents": "1200"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(49,'command','event.attached','{"name": "programme.txt"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(50,'command','contact.added','{"name": "Ville de Rive-Haute"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(51,'command','grant.notified','{"name": "Fonctionnement 2025"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(52,'command','grant.notified','{"name": "Four du fournil"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
INSERT INTO "operation" VALUES(53,'command','grant.received','{"cents": "200000", "name": "Fonctionnement 2025"}','Camille','window','2026-11-22 09:30:00.000000','done',0,NULL);
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
INSERT INTO "operation_change" VALUES(1,1,'association',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(2,2,'fiscal_year',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(3,3,'contact',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(4,4,'contact',2,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(5,5,'contact',3,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(6,6,'contact',4,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(7,7,'contact',5,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(8,8,'membership_type',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(9,9,'working_group',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(10,9,'group_member',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(11,10,'group_member',2,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(12,11,'group_member',3,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(13,12,'working_group',2,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(14,12,'group_member',4,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(15,13,'contact',1,'update','{"number": "", "number_key": "", "search_text": "zephyr maelle zephyr maelle.zephyr@example.org 44000 nantes"}','{"number": "0001", "number_key": "000000000001", "search_text": "zephyr maelle zephyr 0001 maelle.zephyr@example.org 44000 nantes"}');
INSERT INTO "operation_change" VALUES(16,13,'membership',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(17,13,'membership_person',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(18,14,'payment',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(19,14,'payment_line',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(20,14,'payment_line',2,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(21,14,'payment_line',1,'update','{"label": "", "label_key": ""}','{"label": "Individuelle", "label_key": "individuelle"}');
INSERT INTO "operation_change" VALUES(22,14,'payment_line',1,'update','{"membership_id": null}','{"membership_id": 1}');
INSERT INTO "operation_change" VALUES(23,14,'donation',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(24,15,'payment',2,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(25,15,'payment_line',3,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(26,15,'donation',2,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(27,16,'payment',3,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(28,16,'payment_line',4,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(29,16,'donation',3,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(30,17,'activity',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(31,18,'activity',2,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(32,19,'grant_award',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(33,19,'entry',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(34,19,'entry_line',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(35,19,'entry_line',2,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(36,20,'payment',4,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(37,20,'payment_line',5,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(38,20,'payment_line',5,'update','{"grant_award_id": null}','{"grant_award_id": 1}');
INSERT INTO "operation_change" VALUES(39,21,'payment',5,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(40,21,'payment_line',6,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(41,22,'payment',6,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(42,22,'payment_line',7,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(43,23,'expense_sheet',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(44,24,'expense_line',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(45,25,'attachment',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(46,26,'payment',7,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(47,26,'payment_line',8,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(48,26,'expense_sheet',1,'update','{"state": "draft", "settled_on": null, "amount_cents": null, "payment_id": null}','{"state": "reimbursed", "settled_on": "2025-03-25", "amount_cents": 1840, "payment_id": 7}');
INSERT INTO "operation_change" VALUES(49,27,'expense_sheet',2,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(50,28,'expense_line',2,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(51,29,'attachment',2,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(52,30,'expense_sheet',2,'update','{"state": "draft", "settled_on": null, "amount_cents": null}','{"state": "waived", "settled_on": "2025-03-28", "amount_cents": 4200}');
INSERT INTO "operation_change" VALUES(53,30,'donation',4,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(54,31,'bank_account',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(55,32,'import_run',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(56,32,'bank_statement',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(57,32,'statement_line',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(58,32,'statement_line',2,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(59,32,'statement_line',3,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(60,32,'statement_line',4,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(61,32,'imported_row',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(62,32,'imported_row',2,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(63,32,'imported_row',3,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(64,32,'imported_row',4,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(65,32,'bank_layout',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(66,33,'poll',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(67,33,'poll_option',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(68,33,'poll_option',2,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(69,33,'poll_option',3,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(70,33,'poll_reply',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(71,33,'poll_reply',2,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(72,33,'import_run',2,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(73,33,'imported_row',5,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(74,33,'imported_row',6,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(75,34,'poll',2,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(76,34,'poll_option',4,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(77,34,'poll_option',5,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(78,34,'poll_option',6,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(79,34,'poll_option',7,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(80,34,'poll_reply',3,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(81,34,'poll_reply',4,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(82,34,'import_run',3,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(83,34,'imported_row',7,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(84,34,'imported_row',8,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(85,35,'calendar_item',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(86,35,'calendar_item',2,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(87,35,'import_run',4,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(88,35,'imported_row',9,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(89,35,'imported_row',10,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(90,35,'imported_row',11,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(91,36,'payment',8,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(92,36,'payment',9,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(93,36,'payment',10,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(94,36,'payment_line',9,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(95,36,'payment_line',10,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(96,36,'payment_line',11,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(97,36,'payment_line',12,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(98,36,'registration',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(99,36,'registration',2,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(100,36,'registration',3,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(101,36,'registration',4,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(102,36,'import_run',5,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(103,36,'imported_row',12,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(104,36,'imported_row',13,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(105,36,'imported_row',14,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(106,36,'imported_row',15,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(107,37,'entry',2,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(108,37,'entry',3,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(109,37,'entry',4,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(110,37,'entry',5,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(111,37,'entry',6,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(112,37,'entry',7,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(113,37,'entry',8,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(114,37,'entry',9,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(115,37,'entry_line',3,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(116,37,'entry_line',4,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(117,37,'entry_line',5,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(118,37,'entry_line',6,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(119,37,'entry_line',7,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(120,37,'entry_line',8,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(121,37,'entry_line',9,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(122,37,'entry_line',10,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(123,37,'entry_line',11,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(124,37,'entry_line',12,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(125,37,'entry_line',13,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(126,37,'entry_line',14,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(127,37,'entry_line',15,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(128,37,'entry_line',16,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(129,37,'entry_line',17,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(130,37,'entry_line',18,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(131,37,'entry_line',19,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(132,37,'entry_line',20,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(133,37,'entry_line',21,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(134,37,'entry_line',22,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(135,37,'entry_line',23,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(136,38,'statement_match',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(137,38,'statement_match',2,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(138,38,'statement_match',3,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(139,38,'entry_line',3,'update','{"reconciled_on": null}','{"reconciled_on": "2025-01-06"}');
INSERT INTO "operation_change" VALUES(140,38,'entry_line',10,'update','{"reconciled_on": null}','{"reconciled_on": "2025-03-10"}');
INSERT INTO "operation_change" VALUES(141,38,'entry_line',14,'update','{"reconciled_on": null}','{"reconciled_on": "2025-03-25"}');
INSERT INTO "operation_change" VALUES(142,39,'entry',2,'update','{"state": "draft", "number": null, "validated_at": null, "hash": "", "salt": ""}','{"state": "validated", "number": 1, "validated_at": "2026-11-22T09:30:00+00:00", "hash": "598a11c52a803542fb754ff71680b1ddbff7284587a48a29c98cf30212875c2a", "salt": "fd4125d95929fcb68aba46096dabbed5"}');
INSERT INTO "operation_change" VALUES(143,39,'entry',3,'update','{"state": "draft", "number": null, "validated_at": null, "previous_hash": "", "hash": "", "salt": ""}','{"state": "validated", "number": 2, "validated_at": "2026-11-22T09:30:00+00:00", "previous_hash": "598a11c52a803542fb754ff71680b1ddbff7284587a48a29c98cf30212875c2a", "hash": "bc7e1f20ff18606619fa2f6f3e2d1dfff64ef4ea4a7d0adff51a9a5ecdaafcc3", "salt": "3ed0296dd13fa9159e66b560c831906d"}');
INSERT INTO "operation_change" VALUES(144,39,'entry',1,'update','{"state": "draft", "number": null, "validated_at": null, "previous_hash": "", "hash": "", "salt": ""}','{"state": "validated", "number": 3, "validated_at": "2026-11-22T09:30:00+00:00", "previous_hash": "bc7e1f20ff18606619fa2f6f3e2d1dfff64ef4ea4a7d0adff51a9a5ecdaafcc3", "hash": "bfa8ca7265241a80ce48e694a3d6dbd140a2f996fb988083b31f2b19a36d1981", "salt": "52f15beea7883697d57436d809977c44"}');
INSERT INTO "operation_change" VALUES(145,39,'entry',4,'update','{"state": "draft", "number": null, "validated_at": null, "previous_hash": "", "hash": "", "salt": ""}','{"state": "validated", "number": 4, "validated_at": "2026-11-22T09:30:00+00:00", "previous_hash": "bfa8ca7265241a80ce48e694a3d6dbd140a2f996fb988083b31f2b19a36d1981", "hash": "7c4f9f10ff1473b4ec679429d9bc9b2e6c023c87035ebac501edd0e5abf3d7bc", "salt": "94e7b37de7ffc740e701fb655de00d44"}');
INSERT INTO "operation_change" VALUES(146,39,'entry',5,'update','{"state": "draft", "number": null, "validated_at": null, "previous_hash": "", "hash": "", "salt": ""}','{"state": "validated", "number": 5, "validated_at": "2026-11-22T09:30:00+00:00", "previous_hash": "7c4f9f10ff1473b4ec679429d9bc9b2e6c023c87035ebac501edd0e5abf3d7bc", "hash": "62fc60571b5afea7ae128464a9b0d6c7d8fae570d65a14710c73ad9b445e9bfc", "salt": "16035af78d4b31254624d6aae6792671"}');
INSERT INTO "operation_change" VALUES(147,39,'entry',6,'update','{"state": "draft", "number": null, "validated_at": null, "previous_hash": "", "hash": "", "salt": ""}','{"state": "validated", "number": 6, "validated_at": "2026-11-22T09:30:00+00:00", "previous_hash": "62fc60571b5afea7ae128464a9b0d6c7d8fae570d65a14710c73ad9b445e9bfc", "hash": "f74cc1f152c6057f25b18b0173f5e282ed116eb6f91b3907d9b16d117bd8c895", "salt": "a06d24f2f4d84bb2d475951b1bfcbe75"}');
INSERT INTO "operation_change" VALUES(148,39,'entry',7,'update','{"state": "draft", "number": null, "validated_at": null, "previous_hash": "", "hash": "", "salt": ""}','{"state": "validated", "number": 7, "validated_at": "2026-11-22T09:30:00+00:00", "previous_hash": "f74cc1f152c6057f25b18b0173f5e282ed116eb6f91b3907d9b16d117bd8c895", "hash": "338e38acf0a76e0dc31d81c02f910c141ab555cacce71fadd25d8d5bf5f28bc1", "salt": "b9824e537a96ac8c50df7037de232ed1"}');
INSERT INTO "operation_change" VALUES(149,39,'entry',8,'update','{"state": "draft", "number": null, "validated_at": null, "previous_hash": "", "hash": "", "salt": ""}','{"state": "validated", "number": 8, "validated_at": "2026-11-22T09:30:00+00:00", "previous_hash": "338e38acf0a76e0dc31d81c02f910c141ab555cacce71fadd25d8d5bf5f28bc1", "hash": "ab44b9f43d2332f65b70b8316c4061cc016f04ab23d792e21dfac38aca869151", "salt": "15a8945be5dc131709a0c7d06e2f032a"}');
INSERT INTO "operation_change" VALUES(150,40,'receipt_series',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(151,40,'tax_receipt',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(152,41,'tax_receipt',2,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(153,41,'tax_receipt',3,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(154,41,'tax_receipt',4,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(155,42,'payment',11,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(156,42,'payment_line',13,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(157,43,'payment_line',13,'delete','{"id": 13, "payment_id": 11, "kind": "sale", "amount_cents": 1200, "label": "Saisi deux fois", "label_key": "saisi deux fois", "membership_id": null, "tier_id": null, "grant_award_id": null}',NULL);
INSERT INTO "operation_change" VALUES(158,43,'payment',11,'delete','{"id": 11, "direction": "in", "paid_on": "2025-05-02", "amount_cents": 1200, "mode": "cash", "state": "received", "source": "manual", "payer_id": null, "label": "Saisi deux fois", "campaign_id": null, "outside_ref": null, "order_ref": null, "check_reason": "", "outside_content": "", "paid_out_on": null, "comment": "", "fee_cents": 0, "payout_ref": ""}',NULL);
INSERT INTO "operation_change" VALUES(159,44,'event',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(160,45,'event_tariff',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(161,46,'event_party',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(162,46,'event_registration',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(163,46,'registration_move',1,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(164,47,'event_party',2,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(165,47,'event_registration',2,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(166,47,'registration_move',2,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(167,48,'activity',3,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(168,48,'event',1,'update','{"activity_id": null}','{"activity_id": 3}');
INSERT INTO "operation_change" VALUES(169,48,'payment',12,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(170,48,'payment_line',14,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(171,49,'attachment',3,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(172,50,'contact',6,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(173,51,'grant_award',2,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(174,51,'entry',10,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(175,51,'entry_line',24,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(176,51,'entry_line',25,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(177,52,'grant_award',3,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(178,52,'entry',11,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(179,52,'entry_line',26,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(180,52,'entry_line',27,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(181,53,'payment',13,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(182,53,'payment_line',15,'insert',NULL,NULL);
INSERT INTO "operation_change" VALUES(183,53,'payment_line',15,'update','{"grant_award_id": null}','{"grant_award_id": 2}');
CREATE TABLE "payment" (
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
	fee_cents INTEGER DEFAULT '0' NOT NULL, 
	payout_ref VARCHAR DEFAULT '' NOT NULL, 
	cash_box_id INTEGER, 
	CONSTRAINT pk_payment PRIMARY KEY (id), 
	CONSTRAINT ck_payment_direction_known CHECK (direction IN ('in', 'out')), 
	CONSTRAINT ck_payment_mode_known CHECK (mode IN ('cash', 'cheque', 'transfer', 'card', 'direct_debit', 'other')), 
	CONSTRAINT ck_payment_source_known CHECK (source IN ('manual', 'helloasso', 'open_collective')), 
	CONSTRAINT ck_payment_state_known CHECK (state IN ('received', 'to_check', 'dismissed')), 
	CONSTRAINT ck_payment_amount_cents_is_cents CHECK (CAST(amount_cents AS INTEGER) = amount_cents AND abs(amount_cents) <= 1000000000000), 
	CONSTRAINT ck_payment_amount_not_negative CHECK (amount_cents >= 0), 
	CONSTRAINT fk_payment_campaign_id_campaign FOREIGN KEY(campaign_id) REFERENCES campaign (id), 
	CONSTRAINT fk_payment_cash_box_id_cash_box FOREIGN KEY(cash_box_id) REFERENCES cash_box (id), 
	CONSTRAINT fk_payment_payer_id_contact FOREIGN KEY(payer_id) REFERENCES contact (id)
);
INSERT INTO "payment" VALUES(1,'in','2025-02-01',5000,'cheque','received','manual',1,'',NULL,NULL,NULL,'','',NULL,'',0,'',NULL);
INSERT INTO "payment" VALUES(2,'in','2025-01-06',5000,'transfer','received','manual',2,'',NULL,NULL,NULL,'','',NULL,'',0,'',NULL);
INSERT INTO "payment" VALUES(3,'in','2025-03-06',12000,'cheque','received','manual',3,'',NULL,NULL,NULL,'','',NULL,'',0,'',NULL);
INSERT INTO "payment" VALUES(4,'in','2025-03-10',100000,'transfer','received','manual',5,'Ateliers de quartier',NULL,NULL,NULL,'','',NULL,'',0,'',NULL);
INSERT INTO "payment" VALUES(5,'out','2025-03-12',3500,'card','received','manual',NULL,'Boissons',NULL,NULL,NULL,'','',NULL,'',0,'',NULL);
INSERT INTO "payment" VALUES(6,'in','2025-04-11',2400,'cash','received','manual',3,'Entrées',NULL,NULL,NULL,'','',NULL,'',0,'',NULL);
INSERT INTO "payment" VALUES(7,'out','2025-03-25',1840,'transfer','received','manual',2,'Achats de l’atelier',NULL,NULL,NULL,'','',NULL,'',0,'',NULL);
INSERT INTO "payment" VALUES(8,'in','2026-03-04',3200,'card','received','helloasso',3,'',NULL,NULL,'90030001','','',NULL,'',0,'',NULL);
INSERT INTO "payment" VALUES(9,'in','2026-03-04',1500,'card','received','helloasso',3,'',NULL,NULL,'90030002','','',NULL,'',0,'',NULL);
INSERT INTO "payment" VALUES(10,'in','2026-03-04',2000,'card','to_check','helloasso',3,'',NULL,NULL,'90030003','unknown_status','',NULL,'',0,'',NULL);
INSERT INTO "payment" VALUES(12,'in','2026-11-21',1200,'cash','received','manual',NULL,'Grand Ramdam',NULL,NULL,NULL,'','',NULL,'',0,'',NULL);
INSERT INTO "payment" VALUES(13,'in','2025-05-04',200000,'transfer','received','manual',6,'Fonctionnement 2025',NULL,NULL,NULL,'','',NULL,'',0,'',NULL);
CREATE TABLE "payment_line" (
	id INTEGER NOT NULL, 
	payment_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	amount_cents INTEGER NOT NULL, 
	label VARCHAR NOT NULL, 
	label_key VARCHAR NOT NULL, 
	membership_id INTEGER, 
	tier_id INTEGER, 
	grant_award_id INTEGER, 
	party_id INTEGER, 
	activity_id INTEGER, 
	CONSTRAINT pk_payment_line PRIMARY KEY (id), 
	CONSTRAINT ck_payment_line_kind_known CHECK (kind IN ('gift', 'fee', 'registration', 'sale', 'grant', 'expense', 'other')), 
	CONSTRAINT ck_payment_line_amount_cents_is_cents CHECK (CAST(amount_cents AS INTEGER) = amount_cents AND abs(amount_cents) <= 1000000000000), 
	CONSTRAINT fk_payment_line_activity_id_activity FOREIGN KEY(activity_id) REFERENCES activity (id), 
	CONSTRAINT fk_payment_line_grant_award_id_grant_award FOREIGN KEY(grant_award_id) REFERENCES grant_award (id), 
	CONSTRAINT fk_payment_line_membership_id_membership FOREIGN KEY(membership_id) REFERENCES membership (id), 
	CONSTRAINT fk_payment_line_party_id_event_party FOREIGN KEY(party_id) REFERENCES event_party (id), 
	CONSTRAINT fk_payment_line_payment_id_payment FOREIGN KEY(payment_id) REFERENCES payment (id), 
	CONSTRAINT fk_payment_line_tier_id_campaign_tier FOREIGN KEY(tier_id) REFERENCES campaign_tier (id)
);
INSERT INTO "payment_line" VALUES(1,1,'fee',2000,'Individuelle','individuelle',1,NULL,NULL,NULL,NULL);
INSERT INTO "payment_line" VALUES(2,1,'gift',3000,'','',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "payment_line" VALUES(3,2,'gift',5000,'','',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "payment_line" VALUES(4,3,'gift',12000,'','',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "payment_line" VALUES(5,4,'grant',100000,'Ateliers de quartier','ateliers de quartier',NULL,NULL,1,NULL,NULL);
INSERT INTO "payment_line" VALUES(6,5,'expense',3500,'Boissons','boissons',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "payment_line" VALUES(7,6,'registration',2400,'Entrées','entrees',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "payment_line" VALUES(8,7,'expense',1840,'Achats de l’atelier','achats de l atelier',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "payment_line" VALUES(9,8,'registration',3200,'Plein tarif','plein tarif',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "payment_line" VALUES(10,8,'registration',0,'Enfant','enfant',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "payment_line" VALUES(11,9,'registration',1500,'Plein tarif','plein tarif',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "payment_line" VALUES(12,10,'registration',2000,'Plein tarif','plein tarif',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "payment_line" VALUES(14,12,'registration',1200,'Grand Ramdam','grand ramdam',NULL,NULL,NULL,1,3);
INSERT INTO "payment_line" VALUES(15,13,'grant',200000,'Fonctionnement 2025','fonctionnement 2025',NULL,NULL,2,NULL,NULL);
CREATE TABLE pledge (
	id INTEGER NOT NULL, 
	donor_id INTEGER NOT NULL, 
	campaign_id INTEGER, 
	tier_id INTEGER, 
	amount_cents INTEGER NOT NULL, 
	frequency VARCHAR NOT NULL, 
	mode VARCHAR NOT NULL, 
	starts_on DATE NOT NULL, 
	ends_on DATE, 
	state VARCHAR NOT NULL, 
	state_on DATE, 
	note VARCHAR NOT NULL, 
	CONSTRAINT pk_pledge PRIMARY KEY (id), 
	CONSTRAINT ck_pledge_frequency_known CHECK (frequency IN ('once', 'monthly', 'quarterly', 'yearly')), 
	CONSTRAINT ck_pledge_mode_known CHECK (mode IN ('cash', 'cheque', 'transfer', 'card', 'direct_debit', 'other')), 
	CONSTRAINT ck_pledge_state_known CHECK (state IN ('active', 'paused', 'ended')), 
	CONSTRAINT ck_pledge_amount_cents_is_cents CHECK (CAST(amount_cents AS INTEGER) = amount_cents AND abs(amount_cents) <= 1000000000000), 
	CONSTRAINT ck_pledge_amount_positive CHECK (amount_cents > 0), 
	CONSTRAINT fk_pledge_campaign_id_campaign FOREIGN KEY(campaign_id) REFERENCES campaign (id), 
	CONSTRAINT fk_pledge_donor_id_contact FOREIGN KEY(donor_id) REFERENCES contact (id), 
	CONSTRAINT fk_pledge_tier_id_campaign_tier FOREIGN KEY(tier_id) REFERENCES campaign_tier (id)
);
CREATE TABLE pledge_pause (
	id INTEGER NOT NULL, 
	pledge_id INTEGER NOT NULL, 
	started_on DATE NOT NULL, 
	ended_on DATE NOT NULL, 
	CONSTRAINT pk_pledge_pause PRIMARY KEY (id), 
	CONSTRAINT ck_pledge_pause_ends_later CHECK (ended_on > started_on), 
	CONSTRAINT fk_pledge_pause_pledge_id_pledge FOREIGN KEY(pledge_id) REFERENCES pledge (id), 
	CONSTRAINT uq_pledge_pause_pledge_id_started_on UNIQUE (pledge_id, started_on)
);
CREATE TABLE "poll" (
	id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	content_key VARCHAR NOT NULL, 
	event_id INTEGER, 
	CONSTRAINT pk_poll PRIMARY KEY (id), 
	CONSTRAINT ck_poll_kind_known CHECK (kind IN ('days', 'choices', 'form')), 
	CONSTRAINT fk_poll_event_id_event FOREIGN KEY(event_id) REFERENCES event (id), 
	CONSTRAINT uq_poll_content_key UNIQUE (content_key)
);
INSERT INTO "poll" VALUES(1,'days','atelier','days|atelier||11 04 2026|18h 20h',NULL);
INSERT INTO "poll" VALUES(2,'form','formulaire','form|formulaire||nom|',NULL);
CREATE TABLE poll_option (
	id INTEGER NOT NULL, 
	poll_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	group_label VARCHAR DEFAULT '' NOT NULL, 
	label VARCHAR NOT NULL, 
	held_on DATE, 
	moment VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_poll_option PRIMARY KEY (id), 
	CONSTRAINT fk_poll_option_poll_id_poll FOREIGN KEY(poll_id) REFERENCES poll (id)
);
INSERT INTO "poll_option" VALUES(1,1,0,'','11/04/2026','2026-04-11','18h-20h');
INSERT INTO "poll_option" VALUES(2,1,1,'','11/04/2026','2026-04-11','20h-22h');
INSERT INTO "poll_option" VALUES(3,1,2,'','13/04/2026','2026-04-13','soir');
INSERT INTO "poll_option" VALUES(4,2,0,'','Nom',NULL,'');
INSERT INTO "poll_option" VALUES(5,2,1,'Ateliers souhaités','Découvrir',NULL,'');
INSERT INTO "poll_option" VALUES(6,2,2,'Ateliers souhaités','Structurer',NULL,'');
INSERT INTO "poll_option" VALUES(7,2,3,'','Remarque',NULL,'');
CREATE TABLE poll_reply (
	id INTEGER NOT NULL, 
	poll_id INTEGER NOT NULL, 
	outside_key VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	name_key VARCHAR NOT NULL, 
	contact_id INTEGER, 
	replied_at DATETIME, 
	answers VARCHAR NOT NULL, 
	CONSTRAINT pk_poll_reply PRIMARY KEY (id), 
	CONSTRAINT fk_poll_reply_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT fk_poll_reply_poll_id_poll FOREIGN KEY(poll_id) REFERENCES poll (id)
);
INSERT INTO "poll_reply" VALUES(1,1,'maelle zephyr#1','Maëlle Zéphyr','maelle zephyr',1,NULL,'{"0": "yes", "1": "no", "2": "maybe"}');
INSERT INTO "poll_reply" VALUES(2,1,'yann#1','Yann','yann',NULL,NULL,'{"0": "yes", "1": "yes", "2": "unknown"}');
INSERT INTO "poll_reply" VALUES(3,2,'numero:1','Zéphyr','zephyr',NULL,NULL,'{"0": "Zéphyr", "1": "yes", "2": "no", "3": "J’apporte un gâteau"}');
INSERT INTO "poll_reply" VALUES(4,2,'numero:2','Le Guen','le guen',NULL,NULL,'{"0": "Le Guen", "1": "yes", "2": "yes"}');
CREATE TABLE receipt_delivery (
	id INTEGER NOT NULL, 
	receipt_id INTEGER NOT NULL, 
	way VARCHAR NOT NULL, 
	delivered_on DATE NOT NULL, 
	note VARCHAR NOT NULL, 
	CONSTRAINT pk_receipt_delivery PRIMARY KEY (id), 
	CONSTRAINT ck_receipt_delivery_way_known CHECK (way IN ('printed', 'emailed', 'posted', 'handed')), 
	CONSTRAINT fk_receipt_delivery_receipt_id_tax_receipt FOREIGN KEY(receipt_id) REFERENCES tax_receipt (id)
);
CREATE TABLE receipt_loss (
	id INTEGER NOT NULL, 
	year INTEGER, 
	first_number INTEGER, 
	last_number INTEGER, 
	noted_on DATE NOT NULL, 
	reason VARCHAR NOT NULL, 
	author VARCHAR NOT NULL, 
	CONSTRAINT pk_receipt_loss PRIMARY KEY (id), 
	CONSTRAINT ck_receipt_loss_in_order CHECK (last_number >= first_number)
);
CREATE TABLE receipt_series (
	id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	prefix VARCHAR NOT NULL, 
	digits INTEGER NOT NULL, 
	CONSTRAINT pk_receipt_series PRIMARY KEY (id), 
	CONSTRAINT uq_receipt_series_year UNIQUE (year)
);
INSERT INTO "receipt_series" VALUES(1,2025,'2025-',4);
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
INSERT INTO "registration" VALUES(1,'registration','helloasso','ticket:70001','90030001','2026-03-04','Validé','Plein tarif',3200,'Roux','Thérèse',NULL,3,8,'{"Repas": "Oui", "Montant Repas": "12,00", "Allergies": "noix"}','32002026-03-04ValidéPlein tarifRouxThérèseAllergies=noixMontant Repas=12,00Repas=Oui');
INSERT INTO "registration" VALUES(2,'registration','helloasso','ticket:70002','90030001','2026-03-04','Validé','Enfant',0,'Roux','Maël',NULL,3,8,'{"Repas": "", "Montant Repas": "", "Allergies": ""}','02026-03-04ValidéEnfantRouxMaël');
INSERT INTO "registration" VALUES(3,'registration','helloasso','ticket:70003','90030002','2026-03-04','Validé','Plein tarif',1500,'Leroy','Amélie',NULL,3,9,'{"Repas": "Non", "Montant Repas": "", "Allergies": ""}','15002026-03-04ValidéPlein tarifLeroyAmélieRepas=Non');
INSERT INTO "registration" VALUES(4,'registration','helloasso','ticket:70004','90030003','2026-03-04','Annulé','Plein tarif',2000,'Blanc','Omar',NULL,3,10,'{"Repas": "", "Montant Repas": "", "Allergies": ""}','20002026-03-04AnnuléPlein tarifBlancOmar');
CREATE TABLE registration_move (
	id INTEGER NOT NULL, 
	registration_id INTEGER NOT NULL, 
	moved_at DATETIME NOT NULL, 
	kind VARCHAR NOT NULL, 
	freed_by_id INTEGER, 
	CONSTRAINT pk_registration_move PRIMARY KEY (id), 
	CONSTRAINT ck_registration_move_kind_known CHECK (kind IN ('registered', 'waiting', 'promoted', 'cancelled', 'restored')), 
	CONSTRAINT fk_registration_move_freed_by_id_event_registration FOREIGN KEY(freed_by_id) REFERENCES event_registration (id), 
	CONSTRAINT fk_registration_move_registration_id_event_registration FOREIGN KEY(registration_id) REFERENCES event_registration (id)
);
INSERT INTO "registration_move" VALUES(1,1,'2026-11-22 09:30:00.000000','registered',NULL);
INSERT INTO "registration_move" VALUES(2,2,'2026-11-22 09:30:00.000000','registered',NULL);
CREATE TABLE registration_option (
	id INTEGER NOT NULL, 
	registration_id INTEGER NOT NULL, 
	tariff_id INTEGER NOT NULL, 
	quantity INTEGER NOT NULL, 
	price_cents INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_registration_option PRIMARY KEY (id), 
	CONSTRAINT ck_registration_option_price_cents_is_cents CHECK (CAST(price_cents AS INTEGER) = price_cents AND abs(price_cents) <= 1000000000000), 
	CONSTRAINT ck_registration_option_not_negative CHECK (quantity > 0 AND price_cents >= 0), 
	CONSTRAINT fk_registration_option_registration_id_event_registration FOREIGN KEY(registration_id) REFERENCES event_registration (id), 
	CONSTRAINT fk_registration_option_tariff_id_event_tariff FOREIGN KEY(tariff_id) REFERENCES event_tariff (id), 
	CONSTRAINT uq_registration_option_registration_id_tariff_id UNIQUE (registration_id, tariff_id)
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
CREATE TABLE statement_line (
	id INTEGER NOT NULL, 
	bank_account_id INTEGER NOT NULL, 
	statement_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	booked_on DATE NOT NULL, 
	value_on DATE, 
	amount_cents INTEGER NOT NULL, 
	label VARCHAR NOT NULL, 
	label_key VARCHAR NOT NULL, 
	nature VARCHAR NOT NULL, 
	counterparty VARCHAR DEFAULT '' NOT NULL, 
	bank_ref VARCHAR DEFAULT '' NOT NULL, 
	payment_ref VARCHAR DEFAULT '' NOT NULL, 
	cheque VARCHAR DEFAULT '' NOT NULL, 
	balance_cents INTEGER, 
	content_key VARCHAR NOT NULL, 
	rank INTEGER NOT NULL, 
	contact_id INTEGER, 
	set_aside BOOLEAN DEFAULT 0 NOT NULL, 
	note VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_statement_line PRIMARY KEY (id), 
	CONSTRAINT ck_statement_line_nature_known CHECK (nature IN ('transfer', 'direct_debit', 'card', 'cheque', 'deposit', 'cash', 'fee', 'interest', 'other')), 
	CONSTRAINT ck_statement_line_amount_cents_is_cents CHECK (CAST(amount_cents AS INTEGER) = amount_cents AND abs(amount_cents) <= 1000000000000), 
	CONSTRAINT ck_statement_line_amount_not_zero CHECK (amount_cents <> 0), 
	CONSTRAINT fk_statement_line_bank_account_id_bank_account FOREIGN KEY(bank_account_id) REFERENCES bank_account (id), 
	CONSTRAINT fk_statement_line_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT fk_statement_line_statement_id_bank_statement FOREIGN KEY(statement_id) REFERENCES bank_statement (id)
);
INSERT INTO "statement_line" VALUES(1,1,1,1,'2025-01-06','2025-01-06',5000,'VIR YANN LE GUEN','vir yann le guen','transfer','','','','',55000,'2025-01-06|5000|text:vir yann le guen',1,NULL,0,'');
INSERT INTO "statement_line" VALUES(2,1,1,2,'2025-03-10','2025-03-10',100000,'VIR METROPOLE INVENTEE','vir metropole inventee','transfer','','','','',155000,'2025-03-10|100000|text:vir metropole inventee',1,NULL,0,'');
INSERT INTO "statement_line" VALUES(3,1,1,3,'2025-03-25','2025-03-25',-1840,'VIR YANN LE GUEN FRAIS','vir yann le guen frais','transfer','','','','',153160,'2025-03-25|-1840|text:vir yann le guen frais',1,NULL,0,'');
INSERT INTO "statement_line" VALUES(4,1,1,4,'2025-03-28','2025-03-28',-300,'FRAIS DE TENUE','frais de tenue','fee','','','','',152860,'2025-03-28|-300|text:frais de tenue',1,NULL,0,'');
CREATE TABLE statement_match (
	id INTEGER NOT NULL, 
	statement_line_id INTEGER NOT NULL, 
	entry_id INTEGER, 
	payment_id INTEGER, 
	amount_cents INTEGER NOT NULL, 
	made_by VARCHAR NOT NULL, 
	score INTEGER DEFAULT '0' NOT NULL, 
	reasons VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_statement_match PRIMARY KEY (id), 
	CONSTRAINT ck_statement_match_made_by_known CHECK (made_by IN ('person', 'rule', 'proposal')), 
	CONSTRAINT ck_statement_match_one_target CHECK ((entry_id IS NULL) <> (payment_id IS NULL)), 
	CONSTRAINT ck_statement_match_amount_cents_is_cents CHECK (CAST(amount_cents AS INTEGER) = amount_cents AND abs(amount_cents) <= 1000000000000), 
	CONSTRAINT ck_statement_match_amount_not_zero CHECK (amount_cents <> 0), 
	CONSTRAINT fk_statement_match_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id), 
	CONSTRAINT fk_statement_match_payment_id_payment FOREIGN KEY(payment_id) REFERENCES payment (id), 
	CONSTRAINT fk_statement_match_statement_line_id_statement_line FOREIGN KEY(statement_line_id) REFERENCES statement_line (id)
);
INSERT INTO "statement_match" VALUES(1,1,2,NULL,5000,'proposal',100,'[["same_amount", {"amount": 5000}], ["same_day", {}], ["name", {"name": "Yann Le Guen"}], ["mode", {"mode": "transfer"}], ["only_one", {}]]');
INSERT INTO "statement_match" VALUES(2,2,5,NULL,100000,'proposal',100,'[["same_amount", {"amount": 100000}], ["same_day", {}], ["name", {"name": "Métropole inventée"}], ["mode", {"mode": "transfer"}], ["only_one", {}]]');
INSERT INTO "statement_match" VALUES(3,3,7,NULL,-1840,'proposal',100,'[["same_amount", {"amount": -1840}], ["same_day", {}], ["name", {"name": "Yann Le Guen"}], ["words", {"words": "frais"}], ["mode", {"mode": "transfer"}], ["only_one", {}]]');
CREATE TABLE stored_file (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	content BLOB NOT NULL, 
	CONSTRAINT pk_stored_file PRIMARY KEY (id), 
	CONSTRAINT uq_stored_file_sha256 UNIQUE (sha256)
);
INSERT INTO "stored_file" VALUES(1,'ticket.png','c2153f77e11087fcb078ae38527fa83bef29791e3700e30cc87fec4405a66d0f',X'89504E470D0A1A0A0000000D49484452000000010000000108060000001F15C4890000000D49444154789C6360606060000000050001A5F645400000000049454E44AE426082');
INSERT INTO "stored_file" VALUES(2,'recu-3a0ce7b4.pdf','3a0ce7b4b930a8a500f675cf05fe70c5616ff73f8742251fac3a5b1a78d4c856',X'255044462D312E370A25938C8B9E205265706F72744C61622047656E6572617465642050444620646F63756D656E7420286F70656E736F75726365290A312030206F626A0A3C3C0A2F46312B3020313120302052202F46322B30203135203020520A3E3E0A656E646F626A0A322030206F626A0A3C3C0A2F42426F78205B20302030203539352E3238203834312E3839205D202F46696C746572205B202F466C6174654465636F6465205D202F466F726D547970652031202F4C656E67746820333337202F4D6174726978205B203120302030203120302030205D202F5265736F7572636573203C3C0A2F466F6E74203120302052202F50726F63536574205B202F504446202F54657874202F496D61676542202F496D61676543202F496D61676549205D0A3E3E200A20202F53756274797065202F466F726D202F54797065202F584F626A6563740A3E3E0A73747265616D0A789C8D52CD6EC3200CBEE729B84F6260631BA4698749DB13E405B2B49934A997BDFF619FA15DD3A9D216840103DF0F4E0E092DF7B89EC294A20674F2A0E1EB63CA25660BA23992861A05073D7C1DCF3B5471926F77B6E9659E1EDFE801C839CC1B503122B007EBB0675EC93151B0C69152984FD3535935532AAC9B6E9628695131A624A4CDD4E7CF61FE047A063A58073CBB6A6E0845EEC05BBBC033A02C1BFC681BE088835241C8C62A9DE017825AB43342414BDE70E7089CA3959DAC613AA6F21FDFD22452EDB0F0278B9A5C1D63DC00EE33B102D9EE9E5CA01ED0413BF6D43F51C65A96EA394B9A8DBA31B9AE21B3E19420DB0612791E8CBE83DBA47BF69F1B1714A6617AA8E186B7AA779E4A6A1FDC9396EEC76B391EDA96AA4768243CDBBAE36A7AB0F4EE0EF6D5B5BFAA5B04999BBFA76B2C9CE92054A0722D5EA4B4416F4613AE70B0E0CC28F2EBFC0DD5669EEE0A656E6473747265616D0A656E646F626A0A332030206F626A0A3C3C0A2F42426F78205B20302030203539352E3238203834312E3839205D202F46696C746572205B202F466C6174654465636F6465205D202F466F726D547970652031202F4C656E67746820373531202F4D6174726978205B203120302030203120302030205D202F5265736F7572636573203C3C0A2F466F6E74203120302052202F50726F63536574205B202F504446202F54657874202F496D61676542202F496D61676543202F496D61676549205D0A3E3E200A20202F53756274797065202F466F726D202F54797065202F584F626A6563740A3E3E0A73747265616D0A789C9D56418EDB300CBCE715BE17502591222DA0E8A140FB827CC0EBD8050AECA5FF3FEC90526C6F3605BA46103BB624723824874943C427F9757E1D2E3FAE97AFBFF297388C4179B8AE9718B01872C185C7E1EFEF4BEA274A0A310FA56828325C5F2FDF78D52C2A4916A94A729392A3E46994055F912A846FC25AF61596A2E4F75516FF55947354C13DE37C310B5861A5EFC3F50F6025C0D240D260E18E4B355CE5092EA6A01DD7020F37D85FD5FD1A227B03348B2465DC8120479A0E7EC6106B77948C804476D1A3A3347EF0344BCA9109F6568D7B8C25236A8BEB54249483E61E8982956904832BAC12D792B9F0728F0D4F0BA7F391EC9E0095F1C914B74F3A833DA72063C39E842DF34A96DBF318778B0466358111D454E31AD79601011FEEE70CE6148370C36C9974BB1ADD22C3D77C1EFB6ED9D9755E3F8530670A593F40BCC90D342C676845C786C4EF2C2ED6C2CA9F2E57828D9C8EA64A447F55EB80CFC2222AA639475882EA316D399755AE3548EC3A2559A6A636273379B086DE2EA8BA6AAA85FA237F9ABBB6B90F7BA745C75EAD56ABE29AD7D40ECAD015F17EEA90523C2F67A21DC74D95CD1AC908DBD3BD3FF09C5A17BA2FE714184CA71F4B4883D07F72B2FB9C5FDCC2B6A1CAC38617C8D5167693E567C383B39A482B9BE44DD5C9D43650BC18D08A5660AD5E41663119F7E06C15ED3A69F381F61D6169EE95ED028A77D5135232ECC02AE337F58120F60E386C64F910B277FBFEA7E1E968256BE169E3BC3A4403399A6EF7E0789B81EEC29525EF4EE126F96C9A0FE709E7674C42CB52F1B01B69F7ECADBED269A8EB96E79B93693B9D1A35DBB357A3D52A6BA30621E374C5EED56762791A1E84A2B6F08C5F03EC8278E0F0E0987DE47B01DF87BDAD219FF64E9C0083BEEC631EEB3E8E1F833C5AF52C0876D07D681F65FF3D4D4EDC71D5B32FEA68BD359F8689FF335D71B67F28D4A1260F99EE2A646BFF2A113FD7156B9276B2BDEDDDF5E896D1DAFCAC79724A0F1B38398A5E61FBFF1704B89ABA50A2BACDEB9FD73760481C080A656E6473747265616D0A656E646F626A0A342030206F626A0A3C3C0A2F42426F78205B20302030203539352E3238203834312E3839205D202F46696C746572205B202F466C6174654465636F6465205D202F466F726D547970652031202F4C656E67746820353733202F4D6174726978205B203120302030203120302030205D202F5265736F7572636573203C3C0A2F466F6E74203120302052202F50726F63536574205B202F504446202F54657874202F496D61676542202F496D61676543202F496D61676549205D0A3E3E200A20202F53756274797065202F466F726D202F54797065202F584F626A6563740A3E3E0A73747265616D0A789C9D54CB8EDB300CBCE72B7C2FA04A22454A40D14381F60BF2035E3F0A14D84BFFFFB043CA4EED6C362D8AC0B6228AC3C78C9886885FF2F7F43A5CBE5D2F9F7FA44F71D02024C375BDC490600E89ECA5C3EF9F97B4F99414621E728D21E3E4EBE50B4F5272943C5659F08834603449D234BB85A46856C69ED9B0A3A4D88165CA2A555659F02B7D4F9316F702AA12BE6C765F1565D8C5D18029339E45D96CE605AC06C46851478157B3F3B202576CCFCE1A1ED69BADAD1E27990F32674426CF1311EDA423CE1A5FC823FB2960797EDD1727D2561B89F72157CAB9E548E3D7E1FA0B6DCDC7B6DE35515A68BD89D30B5C32458A9E22809858B96D20E911484A1C6A3CA18C4069A4549FA0EC04E38B57C38BCB03824B09DA3AC168269A363B2D8EDA493914F98FDA49F51EDB32E6E46D375CD08855ED6481241783C7D82140A4C17F08016518E3E4AB025E1690EFDC014EC6FA8C153884524ED8A08519DA3076C1349E833EE4D00AB4272169A42BD333D2B86AC8FA3E7F2BDC54AAF43F6431072D9DACC572B4BBF49E2E68933ED6E6DF69FB13C5FB62D5CEB81179BFEBCFEACE9C83F0090375172379AB7BEFA831681304C8E8BCEF1BA7BE3E498150BCA47B4848C1125A6EC414AD7E75F510C2028AABAC075EB736954D2AAB0F034BED1C72EF04B1F1700B295B0F7C4A99E2F04F7BEE6AA2CE8779B6CD49B509D5F7A6DB94B3F98419E67E3EB17C36D26D766DA598971270E69BC5E65FF79951BEDD80D38C7C5844E690F8A1044D2A7DDC191106A4A3090702E28380BE5FDF00D7725A3C0A656E6473747265616D0A656E646F626A0A352030206F626A0A3C3C0A2F42426F78205B20302030203539352E3238203834312E3839205D202F46696C746572205B202F466C6174654465636F6465205D202F466F726D547970652031202F4C656E67746820323431202F4D6174726978205B203120302030203120302030205D202F5265736F7572636573203C3C0A2F466F6E74203120302052202F50726F63536574205B202F504446202F54657874202F496D61676542202F496D61676543202F496D61676549205D0A3E3E200A20202F53756274797065202F466F726D202F54797065202F584F626A6563740A3E3E0A73747265616D0A789C6D91416E03210C45F79C827D256A1B6C8354755129390117A033934A95B2E9FD173190A9266985F44106DEE71BF46003872E57EF3EAA7B3DE30B780D517CBD38E8B3493149EC7FBE1CDEAF3006204F18434EBE5EDD5B62D908240A6AB439090FBD8CEADCDB94656D5949508A29D362D5D5CED8E9775FBF9FE94021C3A04F9E8AB09246E3AD9DA9A97BE8C129B6C1D953C81E038D1C3076D1630CCCCF399646C0341C4A77EA6C52F38D0A4D0D68ABBB071D3D76224909AC0FC44F8214253755B40EF07F2FDC6F5BEB422E7FDE23B35FBFA9AD6F0A4A2DCB625479DC197F403A7FA0F77AEB954918DEA77A038DEF6BA90A656E6473747265616D0A656E646F626A0A362030206F626A0A3C3C0A2F42426F78205B20302030203539352E3238203834312E3839205D202F46696C746572205B202F466C6174654465636F6465205D202F466F726D547970652031202F4C656E67746820383533202F4D6174726978205B203120302030203120302030205D202F5265736F7572636573203C3C0A2F466F6E74203120302052202F50726F63536574205B202F504446202F54657874202F496D61676542202F496D61676543202F496D61676549205D0A3E3E200A20202F53756274797065202F466F726D202F54797065202F584F626A6563740A3E3E0A73747265616D0A789CA5564B8EDB300CDDE714DE1770258A222DA0E8A2407B825C20E324050ACCA6F75FF491941CCFD4D30E5A04760CC522DF87A492A7844FF6FBFA3C9DBE9C4F1FBFD187342DB3F274BE9FD28C1F67AAB8F132FDFC7ECA7D4759EA5CF394179AAB4CE7E7D32766C9CA52294955A6A4459AA8DC6C55AB92D4CFD3F907E2678F9F9AF404962117BBE9510601969E41244BB3D8ED4E8911596E96510BADC8BA5AEE4285F07C93BB8A54B90A59665FB74B3A06DA63789DB1EAAC14190B725CC1638DE89CB55A446D3B2E3A974E05DFB83513AB1E51619965F1C095952E0B24BA035EBBE82B79EA2C99F6D06A9E134D4D3C15F6D35232354A352102C40DFA102209CB1DB2C4132043204866F1776BC82BB00708D85060DD90E0B9BFE5061E44AC727371374B5DF8ABAD5B1E7B0F9FAA17DF9D91C92CB3388111BB463CBA39DF97049736930E82640479257591D4DC069562E91004F2C90D9720AD559A55863BADC9D37190C265A4901CCEDD7CE75DE3AD156FD94E07D745C858E9F564E244850571AB3444700A6A755007491164CE5286041BD1AB0BF788C221D065E9115AA05109E46236DDA3C27533D6CDB298D9580D29AD03BAC4A604F23DF21F094B736E2EAC302937166E96C4AB50824C8484DC1972B0CB1A2DD58A966590E2C26A7B43CC9DD88348EB4E6F54FE04D5DE343C95DE8DC61A39FD86263034082DE2767AF3BB6D842C5CBB846EBC47CB7B0C61E6EFD9507EF8BD2C9691CB662C223C4CB38239905CAB8D3693DC88592506F9AD15C5ABB9F40689198649F34254761A56F92C3BDF0D28566C32794F7883EF08219AF658C8262B068C0CB0B17FEB06EE685C10208C6E6BA3F58FBACF7F79D5F46374BCCF36EFCCC0A2D1C7DE41EB0E4F93ABA6276356DC40B039101987438A516DDBBC71A8BB6CB49717AD5A5DF47E84F4F4467973B3B79B0F05101CF5F300650D5C74AB2C5B73B3C865E147AB9B0C1A35576208B8A884B52CD4B1B8B8427DB044DF98A1FC7479E41E46BDD53B0FA1C69832052ED76E6F58F166D51F499AE6C62169D4D935E65EB4FBBB5A346360B0B74CFE57C70F80D5322F751C0E250E873F4F9598725DBFB2576254857DFB7AD5E5E8A433AF3BD47EBCF449F3C60E8F5EDDC52E17DA27F919EF67ED7F9CCA4792E00F856EE725BB248065C5ABE3FFD0E52F077884FD7AFE05949137380A656E6473747265616D0A656E646F626A0A372030206F626A0A3C3C0A2F436F6E74656E747320313920302052202F4D65646961426F78205B20302030203539352E3238203834312E3839205D202F506172656E7420313820302052202F5265736F7572636573203C3C0A2F466F6E74203120302052202F50726F63536574205B202F504446202F54657874202F496D61676542202F496D61676543202F496D61676549205D202F584F626A656374203C3C0A2F466F726D586F622E73686172656430203220302052202F466F726D586F622E73686172656431203320302052202F466F726D586F622E73686172656432203420302052202F466F726D586F622E73686172656433203520302052202F466F726D586F622E736861726564342036203020520A3E3E0A3E3E202F526F746174652030202F5472616E73203C3C0A0A3E3E200A20202F54797065202F506167650A3E3E0A656E646F626A0A382030206F626A0A3C3C0A2F46696C746572205B202F466C6174654465636F6465205D202F4C656E67746820313033330A3E3E0A73747265616D0A789C75D6DB6A1B571840E17B3F852E5B4AB1671F67C01866CF0172D1034D5FC091C7A921968D6C5FE4EDEB352BA4505A81C592B4077FBF40D27F397D983F9C1E5E0F97BF9F9F8E1FB7D7C3FDC3E9EEBCBD3CBD9D8FDBE1D3F6F9E174D185C3DDC3F1F5DBA3FDFEF878FB7C71F97EF1C7AF2FAFDBE387D3FDD3C5F5F5E1F28FF7175F5ECF5F0F3F8CFBEDA70FA7D7EDFCF3FBD36F5F6ECF3F5E5CFE76BEDBCE0FA7CFFF7BE0E3DBF3F397ED713BBD1EAE2E6E6E0E77DBFDFB3FFAE5F6F9D7DBC7ED70F95F57FD73E6CFAFCFDB21EC8F3BB9C7A7BBEDE5F9F6B89D6F4F9FB78BEBABAB9BC3F5D46E2EB6D3DDBF5E0B57C96B3EDD1FFFBA3D7F3B7BF57EBB79EF6EEFB1A3831DE868473AD989CE76A68B5DE86A57BAB77B7AB0077AB447BAD98D9EEC899EED855EEC955EF76E983BFD0D73A7BF61EEF437CC9DFE86B9D3DF3077FA1BE64E7FC3DCE96F983BFD0D73A7BF61EEF437CC9DFE86B9D3DF665A7FC3DFE96FF83BFD13FEA03FECAD3F304BD01F9825E80FCC12F4076609FA03B304FD815982FEC02C417F6096A03F304BD01F9825E80FCC12F4076609FA03B304FD815982FEC02C517FC41FF547FC517FC41FF547FC517FC41FF547FC517FC41FF547FC517FC41FF547FC517FC41FF547FC517FC41FF547FC517FC41FF547FC497FC29FF427FC497FC29FF427FC497FC29FF427FC497FC29FF427FC497FC29FF427FC497FC29FF427FC497FC29FF427FC497FC29FF427FC597FC69FF567FC597FC69FF567FC597FC69FF567FC597FC69FF567FC597FC69FF567FC597FC69FF567FC597FC69FF567FC597FC69FF567FC457FC15FF417FC457FC15FF417FC457FC15FF417FC457FC15FF417FC457FC15FF417FC457FC15FF417FC457FC15FF417FC457FC15FF417FC557FC55FF557FC557FC55FF557FC557FC55FF557FC557FC55FF557FC557FC55FF557FC557FC55FF557FC557FC55FF557FC557FC55FF557FCBDFE0973AF7FC2DCEB9F30F7FA27CCBDFE0973AF7FC2DCEB9F30F7FA27CCBDFE0973AF7FC2DCEBE757EABAD73F61EEF54F987BFD13E65EFFB49BF5CFBCE783FE19FFA07FC63FE89FF10FFA67FC83FE19FFA07FC63FE89FF10FFA67FC83FE19FFA07FC63FE89FF10FFA67FC83FE19FFA07FC63FE89FF10FFA17FCA3FE05FFA87FC13FEA5FF08FFA17FCA3FE05FFA87FC13FEA5FF08FFA17FCA3FE05FFA87FC13FEA5FF08FFA17FCA3FE05FFA87FC13FEA5FF08FFA57FC4DFF8ABFE95FF137FD2BFEA67FC5DFF4AFF89BFE157FD3BFE26FFA57FC4DFF8ABFE95FF137FD2BFEA67FC5DFF4AFF89BFE157FD3BFE26FBBBFDBBF1BA72B1BE7B4FBBBFDB336E10FEE2153DCBBDBCF249B59A66C639B8ABD9FAF3686A9DF7BFF5D9E061BC3843F948EF7706A76D837B66F9B19BB1B0BE8F7B5F0F8763EBF6F8CFB96BA2F82AC800FA7EDFB22FBFCF4CC55FCFD0DCEB55F470A656E6473747265616D0A656E646F626A0A392030206F626A0A3C3C0A2F46696C746572205B202F466C6174654465636F6465205D202F4C656E677468203131393631202F4C656E677468312031373632380A3E3E0A73747265616D0A789C957C074014C7FAF8CCEEDE1D02A270771445942E16548E034441407A6F82F4224DBA74E9A2202A22120B68EC8AD8D0289AC424683426C618CD43638C3189D1C498FAF24C798972CBFF9BD9A3E8F3BD5FFEE8DCCE7E3BFBCDCCD7BF99B9431821A489EA118BA68444CCB23358B6680F408E42495E92975268E3386D2642581B4A4F66EEF28CCFF20E5D47887913A1B9AF65A5A7A4D95D8E3D81D0FC1268EF900500FD55D24FE19EBC6F91955752C175E63AC2FD4708B147730B96A4582EB087B66ED580EF765E4A452116A33F10F28884F653F253F2D2E7EE8AFE16EEA10DE35D58505CC21F442D0879BE499E234EE48CDB9008219182FB1020DB842BF3216A6176C1158958442EDC3DC40C3268CF2052FF85470445A0F3080D0E4ACEF37A08697CCE6C8211EC22CFB844513FC50E73441861FA823612E3BDB47615200C5087837EC5488234D018A09716B4188B74D038341EE9223D2445322447FAC80019222334014D44C6681232419301AF293243E6C80259222B648DA6221B340D4D4733D04C648B66A1D9680EB2430A648F94C801392227341739A379683E7241AE68017243EEC8032D449EC80B79231FE48BFC903F0A4081280805A310148AC250388A409168118A42D168318A41B1280EC5A30494889250324A41A968094A43E9280365A22CB41465A31C948BF2503E2A408568192A42C5A80495A232548E2AD0725489AA5035AA41B5A80E28508F56A006B412AD428DA809AD46CD680D5A8BD6015FD6A356B401B5A18DA81DBD8436A1CD680BDA8A3A5027DA86B6A397D10EB413ED42BBD11EB417ED43FBD101D4850EA26E74081D464740C68EA11E741C9D40AFA093E814EA45A7D119F42A7A0DBD8ECEA237D09BE82DD487CE01DFDE4617D045F40EBA84DE45EFA1CBE87D74057D4039BD9BDF8A8F7165C09F710845481552D6CC4A69EFA0B0D397CBC46F8F3DA59DE91812E2E81412C26F657F1D18CBF587383905073B3985C0BB59C07B5BE03D0B1C4129BA0A5D6B332B4669AF076F9B3006125BD6DC4C2C96CBF4F51576AE8CA3810ECB4C2E9BDDF14D7DFD371D616DE55106C7B4ED7CE21D0BDBBCBDDB0A9D12FDECB48FEA4757B48BFA9FD876B561EEE8712C6A9B1652EC3767BAAF7252695F61FE5B25268E8133E70494464C87B1B3407DC4158B1E82AC58833CA072A59D83356BE54006AF6F20B1B222DD1B48F5755889D2D4CE41A954C094CCB1D2549E1F13C4CAB9BC6BAD45AF96EB1E9336E624553B3372C67E51F2A209AC86ADD5A19AA6019E9D5E312B238539BAF2A3E5F1079719E7D4063584A9A216C6394DD2AC38683DD375566323B373CB1690E98AC11F4551DCB720C3E67424B3401A9197992DD0C29521B490CB74186B3B0707A5BD302842136CED68C04211A9AFCCFDEADBFBE2E3F7DDAEAEFA747F42C2FE4FAB2A2E16175FAC28BF545A7A090877B9B2F272D9D5A71DEA8A2CF9C8D78D8D5F1F4E4A3A0CD76F8E24EDADBB59B7E2664DCDCD155061C7555FAB7EDA74ADF26A75F5D54AE68B6BD5D740FB4C805EFE945F12D0BF71305E14812563180576D435D715C94D9518CA3F71791BEF8BEFE38A7EDE07BFC5E081D7599F81D745FD03973DD8CA81CBACD340D39981C7AC8E5573337FAFB91951393ACF3FC24BD5B8518442D75C0A28CF1F823FFC926A91F87B550C7390B4ABE4FB393DE0992BE81D7237B3B2B27624F24149636D4948E6E0E0E868A59641351709BD0C44848E62B144225CA5FA0EEA97AC04821A308AA2BD4BF4F7182DCD4F28B2F335E31FBAA5289D32BCD9859E57BBF69D9CDE61169F919C6DE7678E27782429E6657AB0B35D4C527B7426C77A4D9E3F93BF3F25D2D5C47536DFEFBF2E655A5C4E5888A3BFBD74BF5546D97C9765819C686E5148EB81BD5B6D5232A3FC9401F6F22EEBCC22E70505BE628945F062BBC4B5014C8B9E51B8878DB78BD17EA97184FB541F3763B096582692B35D628613831D2432DB3DF89DB85BF41DD83505D822E46EAF1657F311C9006A382A741873200E36B31034CA4261C7E9EBC9658C98B3066552DADBC2731D208409C3A0924BE559C78B754E8C6B8CF4ADF085FF91A5E34E8CCD3D98557EA90477EFE2BFBF595E7E13EBEFDA85F5498DFF7E57D527FBE3E3F77F52A5BE328F2ADE2989E948F14FF6A9F0F32DF7490A48D91653FA8EAAE2B9D728AA9E512FD22BE5FF4266356B23FA1E34C04EE02B65248C147804139358AB3541D75C692E16536550EA30123A635CB4684D58E6CEC8D025B316474567CAF64C29DE18A8ACC8F1EC1A63D4E0E79FE5A81D993829243B85593DAF283C2963E698315A1327719E815E33AC0313A6192D288A55DD28B68B68522E9A9DADA5A7C569CE757576191C048BDDC6C5706E9C1522BE4E823EC45BA887BA87E77116CC77C40FBAEB9A2A4D75D92A553AEB89E7E171BBF870EAD2501A8EE57E01391574DA85CCE97FEBB3A3B5C2C054D7147849A4D3DC5C2908B5B9B92E73B8E2C6EEB8B8DD372A96DFD81D1BBBFBC6F2CACBE5E5972B97BF5F5EFEFEEF2B1B1A79051E6F16EC3837CCF2E22E234727FD7C1C4B5A0FBD45AEEBCB89DA970B9F3D3CCF185A0638CF8B9816336BF66C737E01229E19DD147931BCE806C8DA35CA9306D68535177D019A3E7984270AF508FFC31EDD4CE88C8FEF4C88EF888BEB885744DAD9452AEC17D9D92D625D623BE313B6C5C56D4B88EF8CDD42C0910A45A43D340179BE86BCB85A2E456D53C0069BCA8985C5E00DAEB1270642D913AA9B87BCBABB99A0EE6EFE0EF3BB4A0B511E14B20DEC24F16BE0E55184121389A68A6EAE763D201A12B9A9BC0C47CE769B9CE8E513D3F56ADBD6D332878CF04E7C9A6DA8C263AD9C95260E0B163814AD69CC325D18183FBF40B20EF066B215AC3DE09DA9B62E8A21EB32C211904673C2474A07895C2007BE92BA3B8939C164FB052FC9890F0C0C4A8BF2F45EC21CC4719D89291B433322728A12F6B115CE4BBDA72A5C67CD71AD72993D73AEE34CEFECF92E59EE9E715AE2B1A9415EB92E940FDDDC2F5825D6073E5CA773DDC927725D5C22C42F2802E822A8B8839256150A39283AF82619D178103185EECE5EBFAA80C072AFDED9F32759AC5B3BCD352567E6CC9C64D7A97CA218A962B356B9B8AECC62BA0676394EDF5E5F955EB021CCD4346C43C1004F784E7CA209D8616D88AB90BBA9AEF910DB4D59E88F93F3DB2277DD2D2ABABB0B9F3DF98668C6C040E5C7AB9B6E543DB1256E17C6BE9B71C13D6C8058025E0C31FE743EDBF944FC179A0DF3F988CE6709DB807F15F7104BEF0E56DE5CA274C4BF1ED3F8ECBAB867E026D3B9A2A35AF009C14C33DB0A36E1EFC9DFCF356F6666BE5953F34656D61B3511394AFBDC88F01CA5328769CEBBB062E5C5DCDC8B2B575CCCDD10B23224645528F9BF3204C6160A3AEE4575FC1F54C7FF41741CE001088965A27ECE1A416CCA74810EDF6082688B9BAC3F42C36D325ED8E663F696BA4D1AB47955F419B4B935DCE617359E9F9030CF0CBE82BDC4E5409C4AA48E3AA9614B3E6CCA61EED41C4A6964654EA32CA64399E6E511EB5EB0705E9E9FA84F547EA16CC5F9ECEC14F760F3C510723941E8C5ECD06ADE12356D6A55B45786D39CAC889A5712325E295A7E74DE54DFA58BB5F035128A91908C8CD51EE2FA30C95AB115C4BB64849F600B5C4262BCC15FF131EA9B498CC72AD8D131DE55EDAB63170B3882F19724C6E36534E083DE01673FBB9D790434B282B89BE09C8A23A97D34838F9F46C5122845AA60B1A3A904C395852BF3DE1F5B7F1BB860C4C51B0D2CF86DEB6F778CB85803226478FB962D7C3AA9B1BB3A3A08FD4A06ADB81EF151C0E5007193104782E69A300AB58C585B8FC8CE684F696060C21272338B2AE6EFF9A969CC458DD4CEE8F43D89614DA1BDBD979B1FB5BD747F257776EC99C6E48DA1298D0E9BE76F5CB5A8EEF11D49D39F95E741C822F3941E1521BEB1CEA0857D9B6ADFCACA3AB52CAF7C419E777092729CCD78A7840D5995EF14111E8BD0C3C107E2DF4196754196E74056B1502DD1C322AD9669B5BF9313B7F67F3C17610566B492562EF45C9998BCC263E18AA440D7F9C101EE0B38991AD8E03E021C18C7A14303885D10B1363C387C4D44C41AB8AC8D58B97461B04776B647F0C2A503A6FFF551062137D5DD2C885525A27B90154184AAF6D28E43E657202A36C7421C36A4AA12D148180F868AC4604073CF976E1587AE8FF97CA2DBCCA430A7A8598AC54E4CCFA7AA0F42EBFC620FE417EE5DAC8871E66FC50778D786C7EC6F083CE6193DC9C2EF3359DEEBC5A9AD951EFB644EC1F63EF1B6610E4E19F99E03E799AE94CE2D314B3AA2A237C67896A44EFFDCB3D4CBAFC0D5AFF97CC5A6BE7CE39921C182DF0079C49BA8DC51497EA47F411F24D451F53E3CBBC37FC7AC13CF24962FC25E4FCF512166C055EBE981C830771696041C0F5A365F591075BC6E2593B40FA7E380AA1DFC51FE747B23FF0BFF8F939FE20B80231970E8AA7138E8E929ED19067C881E09BD24C931F98AF985C1C7034A3D1A6BF8EF5EC573B04E7D3B0EC0913BAAF8D3FCB6BD5FF2AE1F038E22A6856D8331EA828C4845D696968E2218AAA5814824B194E2D7C7F2BFF9E209FC435FAC3DB64D1B6BF9F20FF1045FFE776DA605BB1CA96D6FAF3F825DF88B47EADBDB6B8FF017051B7311A571CDDC3421BE4E071D215E96093BA47A9FBD94C6BE3BE08C37EDDA05FA5ACF77E22EF41127419706EF3DE129CDDA181BD684B94E68E60E013E6BA22A62AE7775D167C436F4604C7CB7D728AB80ADA9490809191B22189810686B3B3885E9151B523C20244C2F3FA50BDF131BFEA521FE938CB175F0476E2FC44CD4DE7B0DE78242DC0AB24FA849C48C30459FE9E8FABEB2FABB0307BEAFAAFCEE605E474848471EFD94F5E2A8C78F71D49933FCE1C78FF9C3BD5DEBB1F65BE7B0766B2BFFDBB9B7F8DFD693BEBE02FB5349E500465E4C230EF0445869F915DBC9BFF28626DF813D77EF26622F32E37FBFFA4F621FDF82778A440FC18FDD3627F75B60BC6DF4FE532372BF1C9E9F015B27467730B93F09CFCBE9FD6776E47E2BDC77D2F6772791FB33D07E397DFE7924B9EF80E75BE9F32F4C46DA7F07F75FD2F694D6DC34B0CFB3A82D854FD646CDB32BDC34F03102CFC81363D686F2A707CDE012B9543486C64972EC28B7C6F21E88AAEC4005AF311AB5F8EE3BFC116D634DFEC8054297FB782297CD16ABF3307534769F6D1EA8609B990FBBBAF860C2788C7E02BC3B04BCEE5889254A03F8E4760C8432D72512D51CF604A3C15B5CC08B348DB5F1A277780B823B7CF057F615E0AFE0E7A8E918F1E1A3632A484CE4A37D0CAE13FC5CBEE7BC3C5F31F5730DE7C0CFB985980FBB9EB7B5D66C8EB6013FE79D4EFC5CED8984F493C4CF59FB65C568F176432E49C8214B256EA29DC80FC5102BFC5C8A24B85B6BC832CC47420E038592465B6A8762616EC60962C8511F6DA0C3B0CFC5239CEC4BBEFB878ACAEF70F0CD6BD8B13F5BDF6B4D897D65C2188D094DCB1A4FC5E5BC519EBC62A2E6CE856E7EC12611DD83E8D851FEF19BA9A917B0F1D9D0CE8A49D36D371ED89952EE38BF3C3ABCC4D5AE902FADFC0147DFFD1887FF54D3F880BFDF91F3C9A9BC29FEAE6E29ABBE5ADF74B3CADB2A5295373F36EDA37DD5DF9DCD5B7A99FFEACC6BFC5797324C2C355BA456468C5FF08EB28AD58E8BD647C6EF5D22D804EAEF4107C6124B530CDEC41C13BF09BCC052E0BA3D33E92E6371997F675290A38543C804FE436F4645FD6E49F8EF7DE7FF0A1C68C1BBA9190069E90559BE0CB8A46812C438A878389391C8857CDBDCD254C8D2CD4DC96A0A8DA44D7B99F12F7FB0C4B3C0DD7B5D42E6DD13FC0E9CD8F352E0BA64D03EDFD086C0D51BF993A2FE9C5379C935FE7A3ADCE2BDA585BD4BBB9B52026A03772F280E4A69126C7A25F8A42C902B4B62352C08332DE80A92395D41A26CA22B480A1D961D778EFFF8C8113CFDDCB2F777E7C8FAC6071534F935DDAEADBBDDE8D7541034BE4F9AB3FB7DD9EB38FAC79F70F4598FBAD3C54125A1539BF9BFCEF5F17FADB609290D2CEAAD5F08B483F98A0261BE726404B10B9D92609E489523168B2316856984A9C49FF96759E9B7C7F8B578E51DAC3CD0C55FE035FBBAD761EEF4298CD7769FE44F7DFB1DFF4A2F3536FD301F424B3FA869513ACA4DD5A5976D51D9313B544B984F44FDDDFC846E5EBB9BCE9FB49F0BEDC78C6EDFCB36AAE6322B5535A42DD3ADAA1EA15505D0CAFA7FD10AB86300F3209360E5EFF137BBBBF1D473651FEECD91BD6310B87455C8CA5BB57577D6D49ECF99CB7B31F377F23FC9CEE2E81F08C5BC1B4EE5FA16854F5FCDFF75BE8F7FD29C73A949AB6BDFEBFC2F9B85718A5C87E6A5D03585620E9FBD7DAC4E5FDFC06351BFAA9A59F5C496E952C50ECD0B1709BE9AE409B8A84F4D22789636F823FBB9E023BD68FE23A7DA49932231637AE9CFBE96E2A296BE7FCB1EDD0A0D6DDEB0A1999BFAF4F6AD4743B22AB2A6F41A8F64C412816C80F45B93A49335D035C58E183B28D2B39DF05B7FA95669F2B23E96656EAABE29639AF0E10FBCEB2BE7E3AF54517800D8C033FCB904D515E68F4D0365C3BCB000DC22F51CE5BD7D0CC8F0935BDD68E8B9B8099ECFA4BCC226AC81B92BEB8821D1D2B517445442E22716C25756AEDB8B7570C158534BB3B1D374CCE01367E3716F6096C5E3E5B3664ED5E14F1DE07B74AC66CE36D263588611F50F449A2E29299E63BBAC34C38C3D0A9A1A615BD6D0B4C06B4363BEC5C03136C23C67E5463FA786C6AA3903C786C7238A80F14CA4E3C5541218424512C491181A06718F4934F40CB19A384683E9BBAFFADA3220D9C75CA42182EE7C2C4BDA23A276ACB265DBA1B3D07935476A0BDE6C993AD043ED0B91B5FD23FE7C48DA04ED78DE9FB3E341338F1E05CD3C87A71D39C2DF3AD7F8495DDD278D4DB7EBEA6E0F6BE459FED04F3FF2875E3FB11A4BFACE63C96A41359F340FD1BE07E66230DAFE8C981BD04D2028DFF3555EDEBD1E7E2B4E2E6B7377DF58CE5F11F5D7DD6A6CBC5D7F306CFDE2C5EB429F7C0C3252395842C72E016CA02BEE0A0303A9B9B5B5E4FF9805D3FF6ED7B43FDFDD3BADEF7FCC06F7DF71E6CFDC71DAF6376685045BC33DA2F39AF8DF67660A123C32BB1CDC52B6C1C3A30D66C76CE33B6EE17C517FF9478D8D578B0F79D545C7ACF47BF231B34B9522C840C9E043A0DB43B2F2E6F5FF9B396DFCFB79D384BF9F326194AAF627EA2884E8472A97C1CFEC134DEBEE7E724B348DF07BF091C88DDA60225D56CAE7D646C41CF3F404FF575B5FD289CACAE3897D6DFC53C3B5BF74B29F0C38E51C4C4E3E98C35E1EB0E9FC652DA5C1882F44294049325BF0EB24C35AACBA7B19CF9B18E660E9103A012BAEA8EE83E0B704F267CFFD15C896D0B448785F4264CF92BE2F257A04EA2C1D551BF1AE2CBEC2675FF8516A3645C760DC140BE9BF6EFF53666E366E02D4F57E7887CFFA7C1019D9EA4FD59F366910BACAF7DBBA3D3C7CFB563FB67D741DF4ED44FCA7AD4D37B20742A1FFB930FEF9D0FF64E2C9E5A347007199A0CB3A8C04CF657C5477EE7E32DB4531C5748A62C1ECCF3E517DC6B87FC63F9DE66C37D9C644316F06FF17EBBE9E35E1DFF14E8E775B109FE28DE70F7CDF32F01AAE748D89719D1713B7806F52D3CB19FA2399BBEE3304D32514BB8BADED826C026D826761ABCF54779954B6909F1CF65261D1E620FCD5409B6A27F545C0E356B5BE2A3109A304A196632092355973923730DB666628E4F167E355BF73DAAAC2D9394A79FCABF18C4E13FBE5C2D51EAE62B6BB79608E4FAB17A9119CF721FF2A84FC8BC80D585F735D85FC3E6EBD0F608967E75F3F77A267F3102FC2611D9A87DC13FFF99706E56515E018A3C601619FB9D254B7EA3E60E1BFEB14EB75FEF9268D65595BB658B44FC81FDC1572734CE22748D3F0657B7BF0F433DFC3335FF976DC37A2D000DE862955ADC3BFF35A646F733096EDA25E08A5905CAA6B20B6AB8BE412DC2FF807BAE6F709D5F9D8C187EC3D2E176CCFDCA14C1BB829AC870BF1F2E81571F572B212BC0759D4D7D7C79F641FCB08ACDB169C56EB629F151C5AE4A3776C7AFB8928A70D8DD1AF684B239BDCD2D6FA6AF927C54C705FE6393F6B42E8B6FCE40A2F33CDB13A663662EF147BBB00EBB919C5B32786EE58A99ADC611DE1B42BB8C673FB58F9782D56C33AC0CD39782A8C71E7E023AE16F8A78FACD496C39C105C574123F9A1ACED99A8983990DDE02D95F5F4EA483DEBF35A3E5E5EF1F1C1A5EB7DBCD76767B6F8F8AE37F44B987C0CE2804F4DE27C5B78D52B27F981D63DCBCE9596BC919FF57A75755F8E7A0DE211670BB4B11C9D25FE971DC3F4FF73BFD0F06FEC1532B44FDF51731DCA4D213320CE729805A3E7EABEEE56C5F25BEBF2EABDF4747A7B647A3E2B42335A7C7D5A32B3D77BFBB41AB662EEE42B986DF18D3361AC9FD81E9B9CE0B727A7AFBAFAF5ACFC374A4ACF2D1B9EAB37958367E62A07D931950C7536BC5608790853B2F787BAEA071D31C7D6470EBCCCB2915ECDE9E96D8151DB333C7283E53D13AA5F850933E09AC49BE6ADBCB53DA0C329FF48CA925D71E9D5C762AC82E6CE8EACF725F385B888B94575442664FD525D7526A4DE52D385302DFF6E5C7B985BA4CC4E67A655442097B86DDBD3BDDCAF290D1EF231DB44DA8BC29E2A05DAF1DE9C3FE5977268CF8E7A1825A1DAA8244B9D6589C5CFE752CC92EAD315E6ED863ECB539B8EE94ABD56E436DDAAAEFC645DEE0A6FA9EEF186CFD7ABC9DAEAE3DBCA7B2FC872499C12EC58BFF6DE94C50BEB7E3B7E6CB0C527DEE4D4D3C6B657A398DC84E395E5A733F3CE14169F5842D6D6C1064DA27CA53126B052BD6E4502323A001CDEDB3B59F156DDB22349A7579786D6FB333B55A920A335DB1B12DE68553933AFAE68F76E22F9393953512E66213FBF07F316A3AF18BA063CF8904FC465147E5F80632167227D139912234DA443E25005CDC148D84842501F53FCC597AAA732BEBD9719C747D63352DCFE25FE49F593EA34898319F33A55A2B03F001FE1A3E2E4F0DE9138199E89D3B822B2C30EF19D8190641B0CE5DAC3931C5DDB791CEB182C69F4ADDCAA6F28CBDE1A93B23BA9B73936206F5E6F75927BB13797F824AE7CFE96CAC84A8FC8C30D2A1DE6A7E5590BF27D5456CC6042914B458CCA4DDD2F670C3C1FA2ABF445743D868D08610F27F50E13964BE4FFF52C6105DD4B035CFF6D5DE85959516B7CE7C3FAFA879DCBDABDBDDB9751951FD67388038E1FE507DAF694BC955F70AE54D07622A7649FA5968ED98AEEB4C8471932614D40173FD7DBCE1ED9B0216B21A64D073B8DB26764C7E5D4285B06E64DF50A33FD198B46F42391F31DEAD7DD5C57D08A51160604E3F9D505DF5E1DB02739231646D6C3CB4659173E9109018332CAC69C1A98FE8C75A13C623EE6F2C93E7E3199ADA0DF72AB2139E8D19EBC2B4DE6385EC3CD22B4CE974B3CBA2893C1A7198D85A5812A4F783F77F0117B03C63D5D6DFD8777E29F891A87B7E00D0C84B89599507CAA4476C4B031AD745D58C4D98E4DB96F9417EF4937DA6790939BD6189B7AA8A3BDE03DC385AB926DE2A3D2BC9C83A4332CB69625BF14E1B53C64DAFCD4786FD70083A9165B8B533B17133B35F89829156581EC4BD5764ABD4E438309C80C9928555F77AF8B8FAE52DFD2D8C77CE35E62A6B0E6D3B3015E1A5C87A666E71A4187061F7393B84422AFD4DBEA0E2FF7D02C15C236C6082C406F7369689DFFE91E43FB733A096FAE67DE55F98190AE4E62763EDD8BC7EDA8A7B81C48FE0EB8845852AA0E8D2012C35FF18B2EFD6CA59CE4314969F9F3257E1197A85A9AF96172F28799CCD6A77BC9BBDEA0AFA062C8FCB97747613167D5D11C8B3BF963E79A8DDD264F36719DD4747E95B18BC994290B26359FE38F9DDAA83F6DAA7CAACC669AFE46D029C334D5EE4E3E1B3FE20D33553BB6AB96E24730E02741BBBBA3A30EED0DE0C5A46F77620BA16F926560095618A8FB74A431A4B53A7A95B8E3D7319FD4BFCE21645AE2741FC7D66B7C023EFD8FFDCA209B241B6F872E66E55A26FDD3C8764FCFF6C84F552F35AAD63E0D5FEFEEBE3EFC29A50D1F4569330134CCD1409F607F864454F45B6CA58EB1BE13A7506AD9536AFDF20E2F374BAA0D99EDCDE7BC2CD2191B189AC0A5A996665D1588F7E4694CB1A30EE0AF05C3FA13E0A7ABBA5849A349B9A9BC962956ED617D54BB98D226D64AEBE08681075A07890D6E8358EF6788F5A4C219A00825DD6201BD975B810AC874184C3655C9629592065B201458A990B75526DBC46DCEA94B3209DF8ABFC9D91C67935CB97C6BB849529D6AEF29A62929BDEC61C6A624DBADB8B48EBF3F37C1D37260C9CCA44D995F9767245979253AF15FD7953127CF9CA1B90316F353F03EC9C961FBBD6F87E4E41FF963DAC9F8482CFAE9C8F8E82902DDA1D1C8E968C8AA071D318D0460C412A501F329194D627DCEA6389B944AD5DEFA4418E8F22A18F426FC6B6F2FD364E99930179BD4966EB54DDA94F1B02C7D80DB5C56878D9D12BDAC927046D9D7999B9266B2BEF80C398FD785DBB803AC36918B08E1789481A0E90A7DAA63D654C30DBA9988D5FEFE95614A372B579FFD4C64937F607590C3022BE7408C5FADDEB2D0D5C7D62A36BA6ACB42F785B32CC39384FDD1E7F71CAFE30F70C90BE00FF0C451F0A5C3F0AFD15BA3E065C3F0AB287D14FCC930FC1BBC7168ED539247F31762FDF0C82A1B649AEAD5CFAB5CAACA9EF824E69381E204554313D343D6D264DDBC5EB728FAC921BC7BE74E3A874A3E82AC3F421F9EB48F8F186EF07780D3753C3A076F613F153C7FC90BE0D771F30BE10FD0ED51F0B261F8556446E15A647D8CB6F717F00F960EB5678C46C1AF2363021F24BBD491A3E00F067329FC0AC0E3297E017E953F43F140E427CAA47BB75E1349DCF2F0BEC033BA66447910A2E6C1206D4FD77B28FE50F5FE71D10BE1D719A317C21FE0A5A3E04B87E15F63AD51F0B261F855748AEE4FF7A342F0DB26EABD2D089D44D6D880D31CB85CC23AD18F9242D6A96CE0DD9212D6B98CE2E917ED17A3613CDFA20BC2BCC87A021D4F947AFC09023D9F835F67B817C21FE0C851F0B261F855B47358169D69FB5835DFCFD3F177D37D2512BF19A9CFBE895EB4C4D37DFE7C1CAEDF7DB7B8F8EE6EBE1ED767ACF7F55D9FC1D793608FDB834B2F94955F2CE9722D090FAF701F5E8BAC143D2476A35877643F76E8C8CAA833464AF57A0F0DEC7B0B2ED5D7BE575297B3F164EEA555070E94ACDBB672459CEFD2B9CD65852F711135A753128E56541FB7D4D1B9B4ADEC6CF6C1B539CBDA0FFB957A646E68CC7E7A02E6497357B13ECC33552DF76D94BECFC3AF63C717C21FA0D52370D1EF6AB8187D6D8346B56786E157FF311AFEF2309E474845E90070F1AF10A7448E64D20A5389C30B92271AE549D589B5DC5408B68428E099B41BFC156BAEC3E2DBD93D19512DDDE15C64A48E476B7A7A7B70D4B6F485B921F2E313AA5F2BA97CBB5A3ED9B274575ACCD19688A75E21AB2356A6A5ADF151648EE4E3EE1D2BA798CB74C34BD6D214BC3EC074415E4F064DC78EC6423A3673D10ABFF0F66446093CA5E99A4DA45B740CE4E238C92B75284B37CFC9512D9E15B1C00268406249C88D810669822DC2719436348FA434CE50F3E4AD17C2AFE3B417C21F10691A86336A38D09E17729C7F911C84B6BFA7B64542BF2437191C868B417784F6AF81CD711ED5FEC16038859F00B807C57F4F6D8B5EA6B912E9D71DFC208B4C902DD973B4C6F899CC116222883FF55E9813B0EFA90ECC6262F9BE2D5F2CAFF8A03AB226CA70BCE9AA2F0FFBD5FC76B9BCEAF397B25A7CDDD7152E5DE7E5B64EB49ABF9B8F2DFEFA75EDE39777FEABD979D1F4F8FEEB51352E17F8A7FC1BE77B0751F3EED4AE8CC433CB734E64A61ECD199A23674CE5B44090D3C568985669748E856A9ABFF742F8759CFF42F803D43702A7F80B05FCC9A3F133C3F0AB1A425ED98F7CB92ACE879ED7992844C578D46EEAE89D55AE6A201ADF700C0E76740C0A72545F99970F1F561D0D7674080A72700C66FE087272080E76700A227D460CDEE0CAB975C37D7E8785B1D0F8998EBD4C3DD7732F845FC7192F843F20BBE1C370460D174EBD12388D1B69FB4A351E3F349CB33DBB06A5FBB7D6A0747AFFC71A94EA1549C9FF58841A1E0FA31E0F8CF381B0560F779255744DDA1422F8A1DD0253624B84CD35B22639126DB006EFF0FD478E60DB77F014FE5EDB9DCACA3B6D788AEFC84EDF1B38E48BAF70C8D9EE5618490FAFDAD03D6AEF4F9001C9762E971B92990C76D1705CE54C7D50ACDA07C582AF6191FDE08FDC67E01388AF24FB1A1253474C0B39103CB2FF27644F437B1DFA9CADE780BF92F55E387059C915F9CD482F72ABBC505878A1D27D59AA4D40E0D5C253FCF73B7660FD53CBAEB017376EE43F7FE925E6D8AEA92EE6ABF9276F9FE3FF6A327336DBE1EB37B4DF1124AC9923C6864323E74A38348086CF95C0338D51CF34D09F23CF76B3DBF1BBEA333C5205BB7BF1B59785333CE48C04BB9D75A031CBF774DEDFE3424A8F11F8250ABF34041FFC55EC8F31279CA9B046B39860FA7C16F732E5673930D76FE85C3AD9B3B404B69583CB3DC6DD7C3A83B8DE3AEE26E29E693796C494436DA54AAC906353481AB07CF8BDB3CC079B554AC641A5DCCC7CA046F2F4E166014A3E3643DF4367BF21CE33A0EB66C35A6B3A5A9B67CFF1F69E33C7CB8B9FA6AE88E4F432477D0B57B25F8ADA988B9C1BD9974C274BD518FFCE17E08DD7F832BCB60DDFC6B7F9A9FC5468A73E033C44778657DD12DD686DA574579F4B1DA27B77CBFB170062C5DF8167EA339EF43B01C36185A3422EC41AE6DBCB1CA74F7784FC2835AEA0824F5C3AC9D2D2F8E1EC282E286C7138C51D0AE33B2E8CAF9C8E2F14AFE5CBAEE18D7CC1C8F0A05D007C9C61673C7376F4CC9E316FEF63670CDC64F66FDE5D43658B07EEB246828C90FD1CBE909E7E531F6303BE827762AE009E316407A39CF0C89C853C11D081F188C39E4B17BE8FAFA9D8AD352B18DBF3FC5EADA69A7DF398E0819BF4FC2ABCDBC62A490E4BF72D9E3B7B4C726440958DC72BE705CCB273DBBEABB872CB94D8E86CEC9D8BADE72EB29D65EF3027AF66558265584572A9E66A24EC67FF9B390738670CEDC1FDBD73C77843C4AA10D13E49D86CE750DFA0C84847AFB973A62FE6B671E10D818B8AE7FBB946451C1D332B7A9ED194B9B6F65EB50BEC6728ADCC5DE2EDDDD21DBD13753435338397ACA2FDABF71F28DF59851447BFFD7E8B9AB9F4F936F07121603726D339D3037F8241351F7DD08FA4DADBF03F23F29DFC6B4317D5789EA9EC6F6CFCB0D4B97D157F9639BE86318A6DAEF20A2E72F1AA895C75B9A0E0CDD2B0CE0B2DFC01ED83B48F1A7A5EEA21B15DCFEF438E84A8FF7158487DBE84A96ABFDF283A2F5EB46E51E2C6C8B06D05CB974737FABB578405362E625FE5567DBA72DDFBB98D4549AB7D563D94A59D2CF3C974742F0B0AABF23EB0A028C83FDFC531C3AFF4645AE199ECDA1366DAE352B724569E2F0039A980799FA66705C6D1135464A7474E4E8B1139A9605A8A837823B608C2F1D378D6764EE3E7015EFB20FF0F9CE0C7CD0051C3A81EE6E405EF5BBD604EE46B0D52F0032C5D79534F2372E547D5A2D7C4C13501B1EB432337267AB5CE38B9981DAF6A5368D8B604651CABF759714F9679AAC8236B5EE4A6C4E48EE81966FACCFD837C90D51CFFD5677237DC5B81D47BEF5C35D0D24CF82E9195B09CF8EC3EAE629888A37CA4B07FC434259CED8C0FD870A5AEE6DD5ABDB3462D254507166B4F2D5C1B547FB3AEFA7E476C5B64586BAC67E9E239E16D32CFDD58EFDA253CE7465EDAC9D2948626D529D79859B55FB6AD7BB0FA60ECD684B8CD8B9509E5EE8BB726A8F7752D857DDD62F5F2CC65668B8A632FAA724493B50FBEF2E44B1AC390F12FA7F2360B2D1875D654F9CC29F021E63FEFE2A5CFBBFCE55BBF5D11B82A22AFBEEC5AE3CA6BE52BB2C35605AFFC76CB92B690C8F6F8C4F6C8E0F6B4904A1FCFAAB0F02A4FAF6A59CE9BCB13F7E48ED3303E5B56742A13A85D76D658635CEE9EC4E56FE61C702F0D89A8F3F3AB8B08297567CE2D280A08C87771C90F08285A304CF7EF46E8AED66487D17B1D06260C8D4CC4ACDD284D22E38CAB0372BF69D05256B43F06C8BD26B8FE565DED83CEF8D73AE2035AAFE47B962DB68BD8101FBB2132AC4596D65BBE645513DFEB1233A7EECB0DEBBE59CD62AF9DFC2FD7DEE5AFDDC863CE3924947B446D4E88D91A0F0C18D927E012898E93B3293B7BB9C4A77BC93EAC488E4BC5742733629467F9B7C2DF5F61EFEF4FFC899D97971DF123742F23027068D34C557F388BDC711AFBB7E7599806FB02D2F0EC8ED0AE9808D2678688611E815DD1202BDB4AA9422A3787E4FC951F8EFC78AA55C48CC15AFCEF638E937D5B91293B55F4BBE0E9682C223117B4827E9D0914A3D9D26781523AC188A9654342AD3D9C9546461344556C84C8D4C8D4C86E526CD904D30956D3138B04FB3E4D2C629C244FD411F07F7E77406DB365FA788E5FB98F4FB99FF069EFE7ABB4F7F3138B3C8BBCBC972D5CB8CCDBABC8B3D6CF1E6050609C76CCCBAC23EB407D2008AF1D2B625EDEB64DB091E2C17E6E8B98EEED46C3249B1B389D06DB58D1CD58321EEE00E3247EF9EF8CC7B7C2C7A7C257188FD2CF8F8C873BE059E4EDBDCCD37399B7378CC75F188F3FF4190EF17819B76EA8CFB772D8B3D93363B9C4D817C4492FAF5D3C7CD6999CC1F790ADAEB7491A37FF77C4D2CC01DD2F5BDDA6BEEE7862A0CA951DD6F89C6A2383843F784FF8FEAEBCE489C1BFB3E0397AEEEF07911BF6E5481617847673ED288B7B80F24557510597814C181B749E6B4195DC592C9384A26E760F5AC81D4269A200744F1489D2D87E74933D801AE0FE1ABB0615B21B5126B319E28E136827D78FF22136DBCD58A2ED4C015AC2DE45C1F06EA838070588DF4301121D94C61980BC35227BC64DE89F3D8BFA45BAC84C64864A249FA187226B94C564A07EE60774074A32C7A022E8EB22E0AD677B200221F8EF235BD16CD40AE52B286F41D9026539949350B6423903A583D469FB6C540F387AA0DC87F2138C215C7216740AC6219A8F7A45B7A1FE2EEAE5AE43791DEEFF84FBC7A897B182FB8D30F764B836A15E8933EA154BA098C07363F515DA90B18BA6A154D16F50079C92FB80B714CD15E5C3550355C23CEE9331C3B58ABD84C2C9E902A0D916AE16C5720F816E84070FA11C86B9FF8164DC23A8BF8176E25F5035FE65F0219746EB3B25904B7167A15CA5ED7792775816AE73512EB313DE8377B83AE4206E41647FC29DD4B91C54CB2E05BA1DC262B856C1FCBBE8BC9F2B925FE10A74A034185580065A840E8CD5603F942BA2AF906C8806CF17C0DD4FAF840EA30BA1833EC8C8CF8093CCF90545120DD7768106A30BCCFF5F64EE707D0DCA0990A7AC611A3C5748FF708DA074185D081D1E0A570D4D5429819C8C8E6911B2E74021888630FA208B4D42117F8F76432686C4E751B9F86D923760192BA5AB35105C92B540B41DEE4399892800AFE10B595314C7FC0BE47D2C6DB385FB0A6DE3FE856A44D341A7CEA17AEE0FA0EB6A94CAFD0A57A893F940BB4AC25BB892551AB26C3B0DF86307398D98D4B9F7513819935A674D5022DA8BFEC016D8099FC0AF31164C3E53C9B4300F999FD929EC7C368B3DCC9E641F711A9C1E3781B3E59221DFACE5DAB8BDDC43EE31F758345E642CF2106D12FD295E2CCE10378B0F8B6F8A1F891F4B90445F6225899794496A254D9256C916C94E4997A44772467241F291E4916440435F2356E38B31DC188F31D5630E8FB930E6B6A6BEA6ADE67CCD58CD66CD0ECD7B5A3A5ADE5AB95A27B5EE6BCFD076D54ED35EA5FD8EF6C05893B1BE6363C7668FAD1EDB3176FFD8A363791D679D129D133A3F8ED31B973CAE695CFBB89DE32E8CFB68BCF678BBF119E3F78EFF623CAFEBA69BA6BB56B75BF7A19EA19EAF5EB2DE5EBD137A8FA553A433A44E524F69A8345EDA206D956E9376494F4AFBA457A4B7A4F7A53F4B9FC8C4323D99896C9ACC41E6218B9565C88A64B5B2B5B22DB2BDB26B724DB9BEDC4C6E2B77967BCBC3E597E537E5F7E43FCAFFD4E7F4C7EB1BEB4FD5B7D76FD06FD5DFA6DFA57F52BF4FFF8AFE9F069CC178036383A906F6066E06D506CD06E70DAE1ADC3634319C61E86CE86B1869986C5808FF5619F618DE347C64F88711676461E4641468146F5469B4DFE86BA3DF26584D289CD036E1EA44C3893326364FBC35F1FEC43F8DC71B5B18071A571837196F323E6F7CCDF82EB5EF3FA055E0A50B21D2C2CF5868E15E1B6D01BB8EB931506FA3369ED431D2843BA1CE201D88FA853A8BE24132853A8726604E5D1721076CA2AE8B011E29D43146DA385F5D774286B8525D9F8B3470BBBAEE066DD4F8B13BD2C45D6821FD3584E5A8082DA5BF935082A6203BFAFB0C0E508B04483A5CFD503E3C49875653206B2C8277B2E16E096DED8E4AE19A0530F28B0A53D0548AA504B016236788246701DEA5B4452944A2B6F05601CA0328699D0765163C1DC26E33AAA770F8CC847772510ADCD9C39BB3E9B8E6A9F1CD8411927FF6C81170CE06DCA9F08CFC2A44109479A330CD7C0ED7F3F7A367F7EC93280A2D86FE0AA0CD94BF398AFFDE7334DC0DD13904285402774BE0492EE08E807A253C9F03B8C8133F28E40969114E699642BE294A220BF2C7EF27BF11F29F7FFF0FD1075BC20A656E6473747265616D0A656E646F626A0A31302030206F626A0A3C3C0A2F417363656E74203936382E3735202F436170486569676874203732372E35333931202F44657363656E74202D3234312E32313039202F466C6167732034202F466F6E7442426F78205B202D3733382E37363935202D3332322E3236353620323538332E30303820313130372E3931205D202F466F6E7446696C6532203920302052200A20202F466F6E744E616D65202F4141414141412B496E7465722D526567756C6172202F4974616C6963416E676C652030202F4D697373696E675769647468203635362E3235202F5374656D56203837202F54797065202F466F6E7444657363726970746F720A3E3E0A656E646F626A0A31312030206F626A0A3C3C0A2F42617365466F6E74202F4141414141412B496E7465722D526567756C6172202F4669727374436861722030202F466F6E7444657363726970746F7220313020302052202F4C6173744368617220323033202F4E616D65202F46312B30202F53756274797065202F5472756554797065200A20202F546F556E69636F6465203820302052202F54797065202F466F6E74202F576964746873205B203538352E39333735203238372E35393737203537312E32383931203631302E38333938203732342E36303934203534392E38303437203237302E30313935203536382E33353934203539302E38323033203931342E30363235200A20203435332E36313333203538322E35313935203636312E36323131203636362E30313536203437372E35333931203435352E35363634203636312E36323131203434312E38393435203434352E38303038203332322E37353339200A20203538352E39333735203630322E35333931203238382E30383539203236382E30363634203330342E31393932203438322E34323139203538322E35313935203830322E32343631203834372E313638203838312E38333539200A20203531312E32333035203638392E39343134203238312E3235203238372E35393737203436352E38323033203633332E33303038203634312E36303136203938312E39333336203634342E303433203239392E38303437200A20203336342E37343631203336342E37343631203530302E39373636203636312E36323131203238382E30383539203435392E39363039203238382E30383539203336302E33353136203634382E34333735203634382E34333735200A20203634382E34333735203634382E34333735203634382E34333735203634382E34333735203634382E34333735203634382E34333735203634382E34333735203634382E34333735203238382E30383539203330312E37353738200A20203636312E36323131203636312E36323131203636312E36323131203531312E32333035203936352E38323033203638392E39343134203635342E32393639203733302E34363838203732312E36373937203630312E30373432200A20203539302E333332203734362E30393338203734332E31363431203236382E35353437203537302E38303038203637312E383735203536352E34323937203930332E33323033203735332E343138203736342E36343834200A20203633382E36373139203736342E36343834203634332E35353437203634312E36303136203634352E35303738203734342E31343036203638392E39343134203938352E33353136203638322E31323839203637382E37313039200A20203632382E39303632203336342E37343631203336302E33353136203336342E37343631203437312E31393134203435362E30353437203332322E37353339203536312E35323334203631322E33303437203537312E32383931200A20203631322E33303437203538332E30303738203337302E31313732203631332E32383132203539312E33303836203234322E31383735203234322E31383735203534382E38323831203234322E31383735203837352E39373636200A20203539302E38323033203539392E36303934203631322E33303437203631322E33303437203337362E34363438203532372E383332203332372E31343834203539312E33303836203536322E30313137203831382E33353934200A20203534352E38393834203536322E30313137203535322E32343631203432362E32363935203333322E35313935203432362E32363935203636312E36323131203635362E3235203638392E39343134203638392E39343134200A20203638392E39343134203638392E39343134203638392E39343134203939332E36353233203733302E34363838203630312E30373432203630312E30373432203630312E30373432203630312E30373432203236382E35353437200A20203236382E35353437203236382E35353437203236382E35353437203733342E38363333203735332E343138203736342E36343834203736342E36343834203736342E36343834203736342E36343834203736342E36343834200A20203636312E36323131203736342E36343834203734342E31343036203734342E31343036203734342E31343036203734342E31343036203637382E37313039203633352E37343232203631362E32313039203536312E35323334200A20203536312E35323334203536312E35323334203536312E35323334203536312E35323334203536312E35323334203931372E34383035203537312E32383931203538332E30303738203538332E30303738203538332E30303738200A20203538332E30303738203234322E31383735203234322E31383735203234322E31383735203234322E31383735203538322E35313935203539302E38323033203539392E36303934203539392E36303934203539392E36303934200A20203539392E36303934203539392E36303934203636312E36323131203539392E36303934203539312E33303836203539312E33303836203539312E33303836203539312E33303836203536322E30313137203631322E33303437200A20203536322E3031313720313030342E383833203939392E35313137203637382E37313039203636362E35303339203530302031303030203236302E37343232203434302E34323937203434302E34323937200A20203836342E32353738203138312E36343036203834332E3735203834342E32333833205D0A3E3E0A656E646F626A0A31322030206F626A0A3C3C0A2F46696C746572205B202F466C6174654465636F6465205D202F4C656E67746820313032390A3E3E0A73747265616D0A789C6DD6DB6AE3661440E1FB3C852F5B4A49F41F250801FD3A402E7AA0D317C838CA3430718293B998B76F96D63085B6069B2524E16F1B6CEFCBE976BE3D3DBE1D2E7F3F3F1F3F6C6F8787C7D3FD797B7DFE723E6E878FDBA7C7D345170EF78FC7B76F47FBEBF1E9EEE5E2F2FDE60F5F5FDFB6A7DBD3C3F3C5F5F5E1F28FF793AF6FE7AF871FC6FDF1D3EDE96D3BFFDC9E3FDFFF7871F9DBF97E3B3F9E3EFDFFD90F5F5E5E3E6F4FDBE9ED7075717373B8DF1EDEDFE297BB975FEF9EB6C3E57F6EF9E7823FBFBE6C87B01F772A8FCFF7DBEBCBDD713BDF9D3E6D17D757573787EBA9DD5C6CA7FB7F9D0B57C97B3E3E1CFFBA3B7FBBF6EAFD71F3DEDDDE6347073BD0D18E74B2139DED4C17BBD0D5AE746FF7F4600FF4688F74B31B3DD9133DDB0BBDD82BBDEEDD3077FA1BE64E7FC3DCE96F983BFD0D73A7BF61EEF437CC9DFE86B9D3DF3077FA1BE64E7FC3DCE96F983BFD0D73A7BFCDB4FE86BFD3DFF077FA27FC417FD85B7F6096A03F304BD01F9825E80FCC12F4076609FA03B304FD815982FEC02C417F6096A03F304BD01F9825E80FCC12F4076609FA03B304FD8159A2FE883FEA8FF8A3FE883FEA8FF8A3FE883FEA8FF8A3FE883FEA8FF8A3FE883FEA8FF8A3FE883FEA8FF8A3FE883FEA8FF8A3FE883FEA8FF893FE843FE94FF893FE843FE94FF893FE843FE94FF893FE843FE94FF893FE843FE94FF893FE843FE94FF893FE843FE94FF893FE843FE94FF8B3FE8C3FEBCFF8B3FE8C3FEBCFF8B3FE8C3FEBCFF8B3FE8C3FEBCFF8B3FE8C3FEBCFF8B3FE8C3FEBCFF8B3FE8C3FEBCFF8B3FE8C3FEBCFF88BFE82BFE82FF88BFE82BFE82FF88BFE82BFE82FF88BFE82BFE82FF88BFE82BFE82FF88BFE82BFE82FF88BFE82BFE82FF88BFE82BFE82FF8ABFE8ABFEAAFF8ABFE8ABFEAAFF8ABFE8ABFEAAFF8ABFE8ABFEAAFF8ABFE8ABFEAAFF8ABFE8ABFEAAFF8ABFE8ABFEAAFF8ABFE8ABFEAAFF87BFD13E65EFF84B9D73F61EEF54F987BFD13E65EFF84B9D73F61EEF54F987BFD13E65EFF84B9D7CFBFD475AF7FC2DCEB9F30F7FA27CCBDFE6937EB9FF9CC07FD33FE41FF8C7FD03FE31FF4CFF807FD33FE41FF8C7FD03FE31FF4CFF807FD33FE41FF8C7FD03FE31FF4CFF807FD33FE41FF8C7FD03FE31FF42FF847FD0BFE51FF827FD4BFE01FF52FF847FD0BFE51FF827FD4BFE01FF52FF847FD0BFE51FF827FD4BFE01FF52FF847FD0BFE51FF827FD4BFE01FF5AFF89BFE157FD3BFE26FFA57FC4DFF8ABFE95FF137FD2BFEA67FC5DFF4AFF89BFE157FD3BFE26FFA57FC4DFF8ABFE95FF137FD2BFEA67FC5DF767FB7FF364E5736CE69F777FB776DC21FDC43A6B877B75F936C6699B28D6D2AF67E7DB5314CFDDEFBFFF234D81826FCA1747C8653B3C3BEB17DDBCCD8DDD83BBFEF84C72FE7F3FBBAB82FA7FB22C80AF878DABEEFAF2FCF2FDCC5F36F2D545B540A656E6473747265616D0A656E646F626A0A31332030206F626A0A3C3C0A2F46696C746572205B202F466C6174654465636F6465205D202F4C656E677468203132323132202F4C656E677468312031373830340A3E3E0A73747265616D0A789C957C07401447F7F8CCEEDE1DA002C71D7720B6F310900EC7712088F45EA417F1E808827401150515458528F6A8B161EC25B19710137B8A8AB14493A89F5163D418A326312ADCF27FBB7BC0E9E7EFFBBEBFC9B0B36F67DFBEF7E6D5990184114206A8019168584CBC93ABD9DA242380EC8296993329AB6CA4CAD60121DC1FDA9E09C553F28F0EBBFF3342443B42A3D20BF2B2725D73D3362234DA0CC6BB17004032CC6422DC8F857BCB824955B58EBBD312E1BE0A21725771694E966A7F881821BF6180EFC6A4ACDA32CC472F11F27F05E38795644DCAF39E9E0EDD00C0472494955656D15FA2E308051533CF11C5AB862FF310E229A80B0059CD5D890BE838B11EAE884722E642DD41443781367623EDBFB8F8A878F42542DDDD822F691384F46E11CB8082F5CC334ACDBBCC62071E1146987DA13FE2E336B6771E2004488782EFF29100E9217D90573F183100192223648C84C804899018992209922233648E06220B34080D4643D050C02B43C3911C59A211C80A59231B3412D9223B648F1C90237242CEC805B9220572434AE48E54C80379A251C80B79A3D1C8078D41BEC80FF9A30014888250300A41A1280C85A3081489A250348A4163512C8A43F1280125A224948C52502A4A43E3503A1A8FD4280365A22C948D72502ECA43F968022A408568222A42C568122A41A5A80C95A30A5489AAD064548D6A502D9A82A6A269A80E4D4733503D48A001CD44B3D06CD488E6A0B9A809CD43F3D102D48C5AD00768215A845AD162B4042D45CBD072B402AD441FA25568355A833E426BD13AB41E6D401B511BDA843E469BD116B4156D43DBD10EB413746C37DA833E419FA2BD681FDA8F0EA083E8103A8C8EA0A3E818FA0CB5A3CF61EEBF80793B814EA253E8343A83CEA273E82BF435FA067DCBCEF4767A31D18FAA86F901AD8D17C944E4702BA59BBBC255622AE61F9560A9A42D3A27273A263B9B5E4CBEE9E2534BD491116A7544A41AB1EFC7C2FC4F80F927615650965021B41E6E4528DD4C00C31042CA7324E5C3F97C53B144A270F521543C439250D6786CFF7BCE9CBFB7E76C9B95604C3FD2B7720FB11B3B49A59A34D62ED4C34A0F4B8D13666DE75D7EE3B86D312677EDC1E462B7CC05496EF6412E039356E7E5AE4AB150843A28529B73DDE0AB40067586F710F4C51A7402D5285DDDAD492B77860189946765C57C5E2A92189202A5CCD55DA994015B720C17757C2A3558BFEEC1B2FA0B73C4F4AF86B989E1197684880C9FDC50684E9A0F1E88A51F6FE8BA457A7638C5441171EBEE4DCB3A30CD3E3DDBB3385C733E2A53614A76D016833C3C56AE23E69D3C09B2E0A3A6EE87BC15D433D065394B8D1368250A1AEE08F2F02158791892D6AEEEEE4A378E2E462CD85A2525A1F1B457B25FFDEDAD19195B6FD74FBFBD2D13E3CC6DB7A7579FA8AC3C515D73B2A2E224E132FFFCC285E7E77FD7396DC1C596968B0B2E893376FE3267CEFD1D19193BEECF99F3CBCE8CF6C95F4D9B7EAEAAEADCF4695F4D269E7CD0B1B073EEC5E66F172EFCB699B87D716107336F3CB02C4455B1F326005B34029A911F16E81332AC12CA843C539912332D057B5CA2D5F817ACC4DE74DA00FA0A91D455442EEF2AE25DD6F45F432ED208893FBACA2F743D238D857BF7D277F6EE059DB8463FC43F6B71A37899508601E535DC9FFE8B6DEB34E1FCC79A28623FA33F6AFA0AE508F3E7037688FC865B5959AB185D6165643D82111DCCA5CA4AAB9352012B39467052DE1002E6922F10705752E2EEAE728797ACAD00C8870184CF8C63E5228D515A7254B295BF1DFD3A74A2A74F6908317EDCBD2F8F7E277B238A8C89881D19E288F921F9AA3125C13830465E72CAC8CCDF8DA4A41E2E4FCDFD5C7994C5687BFA4AFCAA42C79058DFD1369EB646C583C7D5F807E7AA48D592DC2D5FECDDE0101E11E06D37DA5658649156EE1B94EF4551B2CC528FA28DC9C4F97E262A47D9687793BC7E429593A59F121C2778506C40BD229FF32D283EF84670EB685BF723FE36DE23F0750AF04FC8CF4DABBEF23E350189A81486841C0484875B721666A970A52426A662824F59837129DD1CE1B921086308419894B657E46E9FD4FF6AFF7C5FCF4C4FF8DF37A3FF957E1337E756B497E215EBE9C7576B6AAE62C9FAF558C2F4E8C7EB4BBE5C1A17B7F4CB12ED95785879AC2C65798667A847C6284FE6A25E9954FA99A6E29DD75854BFEBBCC85E59DFE0417C4046F39E8235B87273CB4CA60A2885C905C604D69C55980AE54A399FCF5A86D29010B01CE3ECA4A6A88CD5A9311976E141C1498637A4C5EBB2839B8A7DFFA53774A6E5A8641743FFF04141B131C4071E65F1E9C50A81DE80410329570F771B5968A14A165414AEF966B257F8269B20FB147DC37E94BE9B93A34B7737F8F6568AA67C292BC4C43F01BA80AFB151EB3A1E4C6592864C6CF413CA94322199A3A922E7E3C1183FA38DD83087B2701AF584F7406BDFA3199EFA6CDB546C48BC6BDC2A6B8514D41FE692D150B95CC929B65C2E24B6D45ED99096B6E14AED14EE3AA5E65465D5C99AEA535555A76E55B6D6D18E58E09AA05026B91D5C39C4C161701A4E1B07A3E1AD713DD75530BEE66415F7D6E657AF08B391D19E9EB123C7D9DAD95AD251ACAEA10D3C3BE21EEF11E8DA45764E2A49537214EF2658FCD0BE39516829B466B448C737DDC869CBCC6CCBCEDE9899B931DB2E68E4C8605BDB60F8499A66B465B1CF72B2DA32BEC623836C99A741CC53D0E7A3C8933A40D56B7D0BF8649929E37179101D8E929D5D3CB253D3487B3E7F4EA43F7EDC4D3CD24841FE59641D19C63F09511FC52B314B0763E8726D2802B51098CA4C2B70AEADFBC0B15EA3C36E9F59B7FB8CC87BCA8458BC94ACDB8CD110C791664E4A2787E98B5ACAE561B16A9587DE61C09B4956900580D741EB5D143DDEA56F364013E57D42109872B2C0FFCADB53849FE2381FDF98D8C0A222AF88202FEF187C27674B7EE1FAD49294DACABCBD64857F75D4705B676B1BC51C576B2BBB91B2A80A3FBFD210FF14815EFF8C88F0F231EC1C6CA79E10E17C39CC4107AB6B0DB49AEAA2D490CFA078F08C9C79BB2BD9AE42610A46AE542AC48CB5837A29840DD84E95E5EDA376C7B6360EF633962C72758D49B7B3578F55B8D06A3ED214454D7055E44711CBBB6EDB5AFFB6B439AF7469825C9EB0B4B4EB272E46C780F206823FEE0FB916F29309E53DD32E23614A28255D90B4E96E65E5DD4DF8E9FD3FA9871ADFA9D79AE65E99F6C69109C20CFD849420C912BE00221A226C599E9ED06A6202B2079E2EB13C9592758427FF08E3F1FD8472A15CA054119E8F0CAE5FE21FE93A4D4C9971A68EA3C51F7CC20EF009EFD7BF7783E3CBB9A7274E3C3D77EEA9A2A25373FD92EDED52FCFC52ECED53880F269D9C39EB5471F1A959334F4E3AE25B1E1A5AE6E75B16165AEE0BB445808DFFC1DAF877AC8D7FC7D838C021C2F067F32E53D608F2556205D8F015228F1D71955C8A50EF9893EF1D738D126BC744C0AD05EF2718F37DEF982E0E0F6587383EB3E85ACA8E2A87DC95D13C3650F57A7277958C73E5C03BEB0E456CB62567332FE22F87A4D181E35CE25D5D1255241E4634DE98BDE8765DED8451E1967398542C3A3797586656BF24C9CA3E3F4C11656B1B37BAF57375E681190D3B46CB03D42166F816939E31691AD0EA02C1FE2BC14ABE15E4C00C85D7B125AE62F2BEEEDF897E6C8C66F23E5246EAE67D17253840D2ACCDFBF00D26EFA34D7B907232F886CC27D7839CAC201F67F0DAE003AC8F94C0F706EAE415284BA420B14A26C0DA2BB1EFEF7B7F77CDB4A6E65977E9FF75EF2FFAAE1535CF8AD1343CF9EE5DBA99E99153EFDD031A13BB55D443FE1AC0E50E79149B5B5A5A59CB86100AAD9E40ACEFD51FA9AC4F6FA4D22124B04111C5B55EFBE97F965178243F7A565CDC94C0D115711F7FFEFD624DDBE6970B08FA07BDF9155125A302268D6952B74D0D9847D35F0B725F7DB4BFE4C6BA883C57A7244F4590AB68A4E399B6A66FCACABF9E9D966D1FEDAA0A733092998616B6AA9BBE2EE172A963DD0F04F9BCC750C70C05798F815A83D3EC5ED5D6EAB636EE9932E1EDBF3CE76105C6DD131787472E2E98D81A11D95A18E0E214E4AF5050B9858B2322974C286A0D8F58CC015D5D3B4F53A8A30B91FDD256A444A72D4F83FFE1927A384D15ED3E5EAD8C56A57559EA3C4A5DA1FB682D2371D68663BB1FF39279F7A16282AC551BAD47F4B8624EB05886B53999D66405BCBEF41E9C16938FF1F944C0EA3BB521F5F178D050D7C1A101F6FE962E491EC409FAB4E6904F5544EEC1A935BBD42E29A3E94BA3C7B867FAC67E541FD1E95DE01F15775952D65E9936AFD2B35DACF01AAE081DEE63EB9235D1AFEB1AB138A4755366D1CE9C8CF55941530B1C7E7248F5F24870089D73B46CC10FEB5C5D037C19FA4127F16FACEEB11AFD6828960D21F38962CD32C4F2B79D7E449CE43B305E30DECDC44425E31310B64D4C407588ED015511581A5AA072CA8FA31FD5CF2632B6E07C1C5EBB86FE843EB06236FD0F7DB9FD0A3EC5E209003CE3B478DC4D4C946E04612D939830A99820203ECF513521144B22ABFC1B67D08F8E6327AC3773058EC4B16B6AE943F4AACD77E9D1DF71F46C205AC8EB40AF10F44524B01E3102D27F05A9920AA4026B11BE297A9A8531DD9DF554F4A5C9D38CEEEE8CA726440B1EB47EDBF4E93BD6E341F4FDF53BA64FDFB69EBECFF89BC3288E3A42257039771ED80A1371090F5A3393C27114D149E3F9CF9E81DDD6D0937127FA9912A033DD973B8D583A5AF0EFA42B7193919B1F24FDA4AB268DB8F9C71F9CCCC04F90389089E3413A1E022785E5E6864113E5848565678785E5C0D841DDC348C43763F180A290881E4677E13B7CB3D77AFC5740637AF713AA03F227D6F707F5D6895C0EFBAEEF2756B4D30D3335EDED9A867ACDE769D55E5ED56969355E5E35E28338E9F9739C7CE830BDE3F9737AC7414DF9BD9DBBEF9797DFDFBDF35E39238BBDE08836B07A00545732D9078456394F38622FF907FD0DDD6140EFC461FFFCC3E83D75E63996FE0A7269807776F11E403CBB61C2F8B70CA0F52BF6FE872EE61EBC27F518FC1D1FFD788BB92F87E79FB2F73F8999FB71707F991D7F53C3DC7F00E3D7B1CF6FF933F7A9BDCF6F7772E31FC3FD63B8FF173B9E9533650B7EDA89F5A74CA47DC0CD17614AD942ACE1E68B7962423C60E7660B12511BA965489FCD998458656A8D855B20BBF2D7D7278EE3EBFFE0B3F4BFE8BBC69686F43DFA672E2E9D410FA81DE497DADA4C9B999D217FE9B2207F21CE7476D2B2AE2E06F705C0FD1587DB0F500B9452F8497DD5C523BED0D7D7F8919DF83AED8D87E2C18696C6780896D1A3B4B946F7EF9439CC3117F75817D237AF0219932B736916142AA6BA3107CF7548F409487789533827A948FA0E31FBC759AD37A7D74EF08C94CF8198C786A26F20EE258F80B8E716C9C4BDC5EDDAB8373C283DD48C96F78628A6AE4C109CE29D436190F18337E64A26939E92890BBFD65075C8FB5210A902922D31978BB1B514C567DC83846243B6D49020DF5151CAEA01BDEACDCCE97FE3FC873FE0D43F1B1C73D696F955451BE859ACAD9EFF655EC99999D91F0CEE77D1DE714CF8B0846D5DDBF6D2CF8F8CCFF80C8B0EC6ADA81B19E3F2D1F1D6F862A5AA383AB2C843514827CC7881337EBE81B3305A30F3217DEEC8F41B6DE3E4119E11E367FCBC7CE9CFF5C1AA7CCD78678FD8ADB396FCB16B7C4E3BFD7CE71EFACFC36A334BE12533C7C1C41AFF591999D5EE81B531098D91200336F6831D0C603C4C2558A48CB422AC157C42409230EB2E58835B09037AF71F76A92EFE4EF1231F88480BC628888E661C71FA0CBD7F9EC605A7318E80444DA0CF5D804B840643BE832A7BAB1A8129577FCB47C8B8AA5D2E536AE3B35CDE44C47CFCD3A4E0295109CBC757DDDB4EB763BDB975A3CBA2E867CFFD0ABC2A8BC006737695A5CC8E37312253D7974E3E56D45990E09BA5FACE29D93B369FD14375F713DE32D0A7118CC7B06426D1925D4991BDB3B22433244993B3F4B98387F0A8D3F53FED2816D2DF1A782696F8567D9A99BDA7D27752B2673FACEC9FF3F15DF1019CF4E24F9C7C2064DE99E9A33302E455B7D66DBC59260FC8F49E707C4512C80D78E51502AFA6C81CF217A680D3CE3BD3A5186F45311E855842D7E3CAD653D9392716D18D78E11D1CB0670F7D8C0EA03BB020FFFBAD5BAEE563C17E7AFFC347F4BEFD8C5CD96552E089916509DCF463E5682AD3B626F2174D2451AF99491CE25DD6D01FBEA6E76B7AC78F83F1FABAE39BC8AB9AF14496663D3336F3B5E634879B91D73A9097F57F9217B02395314B6104455A7C479FD97B048436E387ED45C6F437C69EB1053E959F66677D5A5BBC3ADE97AE238AB7D0B7C54771F26F2FC0E986CD3D5CA24CF41E5A7973DDBA5B55D1ADD9FA0F8F9DA67F5DA9A59357D9CB57EF7F4DD885988F5DE98B9A1AA0750B91061A364D33A75716F80817B3A1EE16E22374875654180582CFB4E2E223F0C2AEDDB1C51B53285184EA21FD3776294C4D2DC08EF42BF19F3F27A7179594145392CE3FEEFE89B43ACB5BC8CACD18316BE642D013B0026B66F248A9508655181738A64C0CC493F0644DB3B966257681E465121D7C82C8C6B15812DFF2413CDEA5B1D1EFD2F02ED38574E372CDF7C486FB5D757DF3E805F8795A7E4D194EA1C0E8B4EB9D37FE5378EEC03E170D21A5721F52256264E206A4280C4901A4298EA4B502D25510D3D51746D636F27E5EFDE436D6464FF1F7F4058AA2B048E4E8646BF40FDDDD6964EBE42C31C3148F043926387FF8E996D1DE9B3F5DED4CEC02897EE1BC64FBCEC8F8BD5B9A1D347EC4170EF3B7EC4D0CDDB173A9ABC6AF676E96002D162C2D1834420E891C433524744000C1109080AF5B8647590D15F4D3C31EF44E3AC1696CB2B735BFBF00BE67386ADE9682F8F65DDEC4B7F0B55D518B3F9D527C76A34213CFF97D46EFCEF7C5F61ECDE3ACE55DC7499A9EA1CF1C3E8CBDCE9CC5A30E1FA6CF9EADDA9D99B9BBAA724F66E69E5EFB3C406FFFF305BDE300362ABFB57EE3ADF28A5B1BD6DFACD0CA9D595F94EAFA21703BBD762A173611413B9E4EAF7FBE8B5E8083D453BCBCA6AA7FE25D9E796FE9B29FEB5FFA55444454F874DA323AA2EE6E64E91600366BA63A964A45326B6BC17FE180388C790BA6BDA6EFED886FFE0FBC402ED24A9FB95A7DF7BFF0C4F91C09CB93C5FFCD157870DCC759354E55D77A7B4F51FF44F4A797E3085CC1BB5CFBE3D2A5D7CAFF51E485474E70EFB425B668D2385D4D847CE321F0E9CACECEFF5F15B5FDFFAF8692FCEFE513666A695E7FE05B9B8D30B611419DA03DE98BD4358DA6D38EBAA6B5B5EEDF7889AC4F66E957BEB36E02543E3D4AFFB60ABB4435ABC7374761D7D5F46FA6F3FFDA449EEB8A4B6E8A8A6A4A26F774796EFA6B3EE0EA8B8B280BCB441213A9DCDD04EC12135E9A9738FEA95D8A8BBF73C2C80738962640F35DE6D1474F9EC641F3880EA65062DFD71B04EF8FE0DE676C09CC59A4D3D389B4F8045D86A3769BCA871BBB9B585A490FE1D107A556234C3C84B211E2DD389A2EA53F3E3BCC6150E4506BF919F89A3CFDBB2B595957BE4B276EE9F6C1E6DED4E3911FADA26F3669F89C4C14C0C741A0632813DD4DB14CAAFDBE4A8695400163D78640818298A0F91A676F72F47219123BC4D5DB710B4ED35C2152E9151D2315232D9C07DABAD97E4F163D2463DE8494177A78145484BCE93A79B3AB157B8C498971718E491D437FA5E59BB70DBEC754F542467012109C3BC3AE9048D5DCC0795DD6DEC302868E1AF117CED5FC4C38936DB473F082CCAC0541F852975A7389C15106B67B476BBB4ACCE4559C929B624825AC993529D34A22DD636EA034F7EB5CDA9C9AA4F9C4AB39445AF85D01FEFE309918BD362A479FD41CE93A16B72996E931380F413DB60EEA3101BB9E662A172A4C0FE187E7CED18F0481F7DF34DE476FD726416045B88B1E86297CE70EFFD56B3DE6793EE088D1E2803450AE9409F3CF9DC38FE847F77975F75FB5333E2E087CF506DE275C5DE1A7309563A8D2E550B2E11B6E6EF424ACF81B2B7EBD30E0024F31968E20666AEAF165DA91D90FED36273BD88884B298FAAAA3CBE557A6E6D8483D21FCD975C1EBAC0F0D041B1D4115831FF2ECA9C06136B9F5722E7F1ED1B3622E53CA0D0915B7624E32B934B35A7664E2F6ACA09A95F159352A9B68CF5149EE03E8DF07CF3D57376E47530C7DDFC022AD9E0829F21EE0EEEF6BAE4A70B48F90442C2F1D3F23D246CF4038C292E7EC2F978FB274CC9A176A97D69AAF315AE316E378C523D36B8A81717F0352CFD2CBD1CE6B084B6703E4F847610E25C88AA3D35ACE1AAE82CDEEDF5FCDBD183723C6D490FE01DBEB9B46CDC8A8BB38ADF6E2ADE822956A624C54B18767B1C8679C0324499A4BF66ADF866EF4C531BA7BCEF3A40FB3B35724C52FCFCF5B99C0AD4F5013403E2374ABC7FF6397B1EA7FD86394FCD7FD4502BEF93BD5ACC36B4FCD0AD502133C7BA7419757F3991DB57517EB3266448B0CB03DFD83913866068E2CF6501547C514B9AB8A4473303EF605460DBE6A7BC2F98DE37E87713ECF1356E6E52F8F4F5A919DFD619296D71A5617DEE2D514F44726E8F958EF7A22CF9020A6EC7C35A7F1C5A692E3ADB15D89A4598BB2303A6A9287DFE46865D268636C6C31F76B490B26F6EEC6D492E00FAEB626B4BB26CF0C099D163327ABD17F88979D22BD99A919204F222D583B1173AB0122A1B63AD26EBD0989A71AAB33191F17844CB670172986047A52EA5F7EE96CA30ED4AC8B91EADDE519F8797526717BC37430B5909D2FA576F57D041B75948CD4740A2FA6F2627C38FFDFA26C59F3A559E69830F4CA0EAD9C2D15474E1B37E3E2B4E91D75EA8618F1006CDDFCD7AAA8220F8F2210AB4A554C0787D4C5840EF5B22A2CBDE890A0AC7E71F473BA614C867D7BE7CE955FE7107B2217E5E62C8B4B5C9699BD289A5B87075F348D9D5B36F79409E5DA752D26416389C0BBE8ABD8CACC7EFFC2AADD19F4D5A28C31392AA2493305147572CBAABCCF676B3C89A505D5AA02764DB402907EC6B7841AFE0EBB1FFCF33376ADB4FB22ADD6C2EFF6C141C2CCF7D7C0F7F9C80019323428C033C9319B94416ADAEA804BF0387A70086D89EDF142FAD3AFF1431C820BF11E4D87E60ABB62FAF81A93DD6979C1BB74F26820BC378F8667FC0B5429B343CFE4A172D64CA5726D2DDECBAC6EAF014B8C2403F3E6454C5926979B97AF499CB0713C7D75428447BC037D3B2B4A99E842A9E9C71366F9ACDA50D41C90B67DAAC690389A91EE92E2A5194B9C88CB721E1FA049EF9531E8408F8C45EF97B105CF8411F2AE4C1D21C3171EBD236482B58B9580EF7F5B43AADAF672CE9C97DB385F30B6D8DDBD78ECD82277F7A25ECB5F4C6BF6ECA2358B9FA4AEC9CA599D92B23A276B4D2AEBE368357594A5DB8A8B2A3ACE8D5B3B108ADEF95A03B636ECF56D33197FA7FF58C7C3317B35ED3ADE0D1C9E6627D1F0968F636C464D35F77C97D9AB612D45C7EB2865F8DD658866FAAA01B898717D6EC7085B6B1EEB781C5A4D248293D1F13BED5D0D6F791CED5C9183A949CC5900A6CE5470762FB4EAD589E1FD872E564B95A6E2C8E18125A329F5A982893C1EFD9740CFAB3058D3C8E28886F97106FAEDB4916144CF7EDB5B5926AF671B5F2AE5F25CC2BBE952A3084B2525E989B9216127DA36545F5ED878B2564CBF1466C585E7FAC57CDDB6AEE16749D4D202E7E8683F577B0F231BD9FAE9C56B12C2E68E73F20CF351D88D32B6912DAF2DD99CCEFA1E71F733E21B5E01D88348EBC764DCDA0E9B700CB752123B3585ABB1BD934AE8636CE79AE3B06D1FE3C7B041E7BF940A7DEA67A3FE1FAF6265D2FD02F457CDE82F1B9185B29E2522469B4905908EABF66460FB62B56FB60ABCFD2F94D0FEA021682D714E3309B4B6309C68EA6CC3D20F3E64E5035A4BED067C3DB9676F0A853FA373F198F6E10A0BDF81AEC38F612F3A87526BDA27DDAEA9B93D8908EC6C433DEFF3F7C0FBF27772579D2CB62FF3C385F421EC95653ECA6CF8401F8B7C2CCE81CB7033D5C02C3C863E4077D499580E37510AE5962675606C39A574E7BAD5985F81D7D239E574E7476B300FFA40FC277E6B3785846C5AE74BC7323440E1444D051A984A050B20EFD472C1E59DD6CC2E2BB30F608BF7623A1F07E63947D9548C8C742DC43EE008F7D1C7EB5C6246565A4738D711FB1F13CBF7266D1F1BB32369AFA6E0574DFC95C41DD1D13B12AF70BCD249D45EF8CE40B040959439DFA17A4B64AC69D4068DF0567BF2F5E874467A7683822DDC2D4F83F4460C9FB8AECCBB80AEBAAB6F6CE8E3E14D6569DA4B6ED6D6DE62843924AD3154C87EA31678190CDF60578AB192CD444D65A6B50418103953F38AB03844ECD17B714E93A3F782F1D92DF4239259FB1771E78DE295ECB60DF8065376E3C690C0CCA62DB3F8A564C335280BE3D05BA66787341E2E999562557886702C39DC18923D7DE39942AB94591A176C40D4ADC82BFBA4B12D7EC8BDBCE21F5585712E5D930627B435EE29CB5FE1125FA8FAA16802E1818DE9679C0E3CA5871106827D3DBE9E30A0EF0BF6BD2CD15F0210C86349B73EFAFCFE9D9A3E8AF95A8A79421EE9B6E16CE188945925871A4372EA34AEB35246149EDDC0107D88C8A45F3224BAC415AA7E2CCEBB3724BEADF193B2BCCEEB772714FDA02A8C775981F3CAF634B6250C262D3036C61C8DAB7025758DF46474249E3B8E25653D81B542C2DA9F35EB01A46BA9A8D6CCA0BAB176A3AC94FEF81115D3AA0EAB8F70528E700B24F0F2F9ED191E2123ACE392A133DACF561E3D8E8DB3EFEE6976E0FBB8EA3DF07B104CFBE0737AE1F7D12B1DF8A25EF879345D07FEA217FE0B9EC3FA14800B4EB0F58F885D4FED5DB903378D45CC8A2A319B67A089E2D6F0BA2C23340F0D8997CCFADCF2D7748B8667FCE619CEFEE9279607359DCEAC6BC23702D96F5CC21BBB6980B36B832C0FC1DC7E2DDAC2D2F42EBC03E7BF177E0F6DD6812FEA859FEFA61978F76FCC7A1B3B3E9CC3DF1DDE339E48D48177A07EECF816801FD081DFEB0E63E1BB01BE8CC5CFC1CFD39B583C9035F20EB1FBC241514CAEF3E02EB75FCCAE3FB17310C3CD013660C7B3EB462CFEB1DAFDE931EF857710E8BDF07BD847073EA7177E1F8B74E08B7AE1E7D187ECFEF74E14449DA5B2B4FB65906EF1ACB1941AD0B5EE1899D5B5FE18997D3488CC6CEF5A7BF42899D3CEE239C13BCF37EEC5F32B5ACFF1C5AC4BB0F42469E99772F27C07DE816FBC177E0F4B74E08B7AE1E75159AF2E6E63C7A769F15C67E99F05F3FB199BEF997367EC443C9D2523ED391ED92CEC469F6FC5B3F6BDACAF7FB98F9E8167A555AA549569F40C76F3EB0B5C7361E6AC0BD54FB067A697778EB7766DED4FDE03C677540AFFFD548CCE19A6DE557EA628689A717F55EBD34595F94B77D45E6F39B52CB77A767955B42AC6BE242BAB960A9B793467DCFEC6CACD438C0D2E7E34F348D6CB8949A9939E2893DDE24B4AD33BEF029F6CEDCB97039FD96C8E7CBD86D39BB7E10CFF1EEF81F3D1BD6ADDF1C25EF8FD085DB8452FFCFC255DF8EE5EFC0FD10DD67F019CDF09794C425F25AE9009DCDF5378B1D9A0485B989BCAB8A48CCB10DE2ADB216E917243127F55F1494EDC07FBB2C9C7A102B7E2E8A8124FBFC951CA241F2196481B2FCD2F39386B84A1FD8C4DD925C7178DED8C8F28506584874CF41EA95BD0576DCF37324E324DAA9A2789585192312FD14699343B8CA9E57266FB412D679AF761824F5914D1169AAF626B3D9B6087A040A8E571A153404F951FB4A050B3D82DD663082B0726EF84DA1AE490ABF547020ECED4A1AC9CF3B5FE68D17BE11D38E6BDF07B68A10EDC420B07F93FE46AA33B4CDDC28EBFA3F547DC9929C845993353BDB5147B6C15C683DE133B74C6DFE3C677437A44CC67F1DFD1FAA30FD91A2BB6FB2135956F09BD21C891D9CBB4C63A2718A40A48955412CAE4BDE503794C932E2136D1C7D73D6DACBC3027B8246190B1E3EE5FE60C6FC32E2F16CE7EB67E6CA997B234297E924A55C2ABA3B735E3E4D77771D3F3F5CB7F5F603DC672C2971B3DDA6CF77423FAE0D983F45F8B7F1DBB509DBC38256EE1B8714B12B43C52D3585D2DE574751AEA95D54A96C732ADCCD7BE17DE81D5EF85DF7B6BBC500B07FCE5BAF82D7AE1E75F72F5E8E7484CEDA396B067822CB8AC195BF5EDD092FCBE3EB5AFAB1F7E139A97171A9C97171C929F1F12929B4B9C7FF142138A73C382727383C272492BCC824342F27BBE7B196AB796DEEF3EE2E694CBB159FAABB5FC6E7B2FBC0317BC177E0F6DD5815B68E1C017E6F0B379243B7EAA164F22EAADF1DE5EC712FE4FEB58FA50B1FE87752CCD4E41D57F58C8D2A1C9424B13D0FABB761F05083CCCAE73CB20C3EFD98500AA7A16B820D7D0D933246557E9139FEEC5BED7F058BA7DE667F9794767E09036F241CF4EE2211C73EF171C73887E5D706DCBC7D70AE8D73A7B8B9C2E085653C5548FEEE493F2DE1C6B1B1B8FD2B4F1A814E20E8946413C3580F8C0C44D66BF44205361B6311BE63A27DCD82AAB670F4542458574B97991D1515DA7BDA8E515831326FAE5AF4A4C5C95EF57186B5119F375F9E7F4CD2D5BB0E5E7555F911D6BD7D2DFB5B511C7FF94B8C80B7FDCB9F3C7FCE1CEE2E7FE010771D2B3E738F97010E39F11FE9D427D675628D4857ACFACC0333D9D677AE855DFB3CD643E31527B4648242337A760FB23BD6784806F784E76B3F9CB6396EFC7F8FB5EF853167E86859FC16790F6DC86601C0EA4B8731BD6C889D8C53E77E2A5B0F309618C1FD673169E59321C01D35603D1773775B5D39E89C2F5D45544BD356E00935FF68C1529B1C2144365A5C0A6BDEF1D23BE5DAE5112EE1AE572E25B2D92CE07CB3928F363397CBBE79C39D4365276FDADD77A653A7D729C4F4A8A0F345AC0769293A95749DEDE8989DEDE493D57905B2A6A254752BECC5E671E6616D0F163BA142F863AB21A2F6885E4E6066D43DB70B9BFF6CC718FFC897B9ACF798F8E1F679F69CFC2F6C87F7B339674504FB08AFE9A7B577BAE9491407C6FAAA152980ADCD923924FEA9D6D6C9CD34754F2D4132AA6D3EA9A41C36516B7EC53A8D8B1E96C6D1A01740EE4E8AC61E98CC00B80441FBC982EED231333591CBE497AEB9E57C537BFD53FB295F4EE3A4D2C6B393C9DA58706AB20C770FA92851570CF9EB4D31E9983F98D841FCF008F3EB32B52C3CC959C84FA91A7540915C2481CB038F913FC3D7D4B70AC6C3DE1F0883EDF7F53D9861022B1EB34D01002EFEE218398FA96DD0B79E7CC33534303AA646CA9B4F77370F038B975D6A28F65134B46619F8558EC1A6AE3ECE6645FD5387F8255EAEC093E061FB3F28BE8FE87F81E70DA6B3DDAFF71DEB9EF1C0E97D8E1E6B8C5E3880E2AD0DE798CFFE89414675F859D4310710227B5C4A7CE0A4D0ECE521FD35764078906BBDA8CF458E231D2CAC16A5870E128BF12DF80B47EFAFD33628AE6B3DFD7EE69B0734FCA44B8F4229634F74E30462510F35683FF18CAF2AC73DE5CA67BA890E1BB8E300E1CEFE25D101054E041DF9CF364F5BA27B3FDB6AEFA99A8BE89FFF02F9AE01D90E9E65110B6F8FAE4F2B333E3DBBE6EB9DDAF93D3A19CEE2714B3A7EBA69581CE5E675FDAFA6F0792B8732C14B1B4AD733181156440457078996F405DF2820561A53EEE597E7EC5FE98FE91F8E0C5CA550FEAD7D4152F8F5C42778B4BCFCEF4887754A48FF6512BEF2952BD4725B938258CAA3F5D5276BC6AFA36B37E86EA25E3679C65CFA5E5814F1DC09E4730624F6C29A06C34654EA731BF72934794764CA3CBC92A5AC6C743B1FE73F206FDA9667EFF97F43F38AE98126BCF688E07DE3E021C56EFE10D26768408E202C9AEDC71C77288AA557F3453D896F49B3826A2D23F607254C0B4E1F4D31072AEA6C64ACF666D66DECE19C1CDAFC5E567EB47A5BA04D4C6C44C0B543A3893865D74937B70E8EC03452B1ECEE1F6F7A96B20D3E1DCEF3459714B926FEF192B7A85A91337B9BD296257F9D5ADD909EB6ECF5F7AB7D990BE2AAA49C96E0A34185EBE24B6B1A3B6E5D5D6F0AA40FFAA70953AC4DA7FB238723B36BBD08E6D2E15579E9A1633AEEADA523FB5CBB41F5B563E9EF322644A64446D886D78A62A6C4A1837DF90E253E9DC1E7225BB8423C47BC1A33B5242CD12EABC415737EA74E4F6FA9F50D759DD734263B4FBC8CC0135E55BA7D07B14E1DDD0FFEE722FB17A2B4D2F4D5C3CAE66D9DCC72B96FFD6B4A22A7571D2525AB335AAC2D7BF323CBCD27F4C55A46F8EA7478E9F5F8E8747AEB8E478EDF8B58546FAE647A6561E2C28385839F588B9BE51E1DAF1B5C74BEEAA727CFDF3BC46E505F8667B101FB9A57B79A7B9BAA6797BA5BB717901E46CD7788FFBE46F2DD36E7FEBECA5488103366DE193AE6FFF2A0751B7F4DE0223EC68529D9ADD1404725F1CD7F85D4DCB9BCDE597B76627AEBD3D4395116C13501511363930A05252796EDA58F5E4EB4B7DD58ABA9F9A57FED644446DA71F5E68A7BFBF3489F81B64EF115A1B1632250226A277EF81523336CF9C8369C0F694BA67BD7216F50C7F0BF977BFB72310B60ACCCC0C0CCCCAA29EA5F9FAA6A5FAF972E714D8BD1206577FB6AAEDAB38EBB143EE67B346DB448E06DC850DEBC39FF8F9B26771A9BFC822F0377ACC6A3998141894350EA53BB1EC0196D16F16527F09B00D7D43B003C66EE511A49A2FE4A2219BAF08E49CA5B0BF5E05C6B2D029D24B613654467C4C96A73B878F520C1C3E946C23AA78C4D09143DDEDEA17C0C5D5694633E7FB73F8FAC43CC10B6DB6FCEFBFCBA0F5E76209AE8EAD0B0EAE8B8D9D161C3C2DD6CDDFDF0D1A5FDFAF3428A8D4D797F9E9D7E8EBE2E2CB34A0D395984D6690316C8C54CA4C5D490762F6F9F39C3CCDBA4F50D7F8C6CCB3646B2CDDB58C1AB96C4C1EEF713E430FB58398C7DFFDBFD013393D3C7C7A64645D78785DA46B70B0C2253898DA113C3924A42A38B82A246472F0826057D7A02057D760F8661CE4ED2BA8969E6F7E5648FE54E8984EA9D3DFCDA714E4E623E753B4E914937C53C8FF87B4AE1F328CBCFF46A41EC301BA5BDDD4AABDAE7DBD5F132FDEA1F72B5B7D1088FB07EF71BF636C5AF57AFFDFAFE1397AE7DF6F3C5F1C4A7DCAAC4C413E7110C5F2062135DF0C3551AD680871085D035AD5542736108C45DBC843C883178A527925E83A2F126591B3D1067237AA84FBA3E41EB83F8B328927683B8F8F1AA86F500CE46FDB89C7E809B1039592BF217F7837827F1A8D150C80968E22A8A9288BF71AB9E05FB4DF2F44DFF05C9084371A25EA0D43C77899281668F886A4D0766801D414C8874AD061C05B431E472D0C7ED2020DE2D9A374687BA13540CB80E60FAD1CDA38681F404B65FA2C3DC7510DE0D802ED0CB40B40438C9E0CA9193A7811A889F71BF4CF01FF37A1ED434D7C0CF76F50133106EE77A340DE09B8CE454D822A78660ECD169E3BC15505573F781F68E725A308DE4FD0079C7A5180F72152F07E80EB5854067C1C6268866B3EF90B0A624E3380CC36529B01773F901B3307FD502C751AC5924E48CC33847E276A20EC500561D77D91FA98ED3708A2602CC0A987ECF806E61DD21FEEA7A168E229549FCCB3F36828FF021A0AEFD852DFC17539AA25BF04B9BD464FE19A0FFCAF62F97EA7E939C215E4C0CA40A71163BA7F63E400D71668BBF96224EE91C1BB0D70EF64AF8C1C741B238734348BE70F3881E7F73541285C0F7232D06DC0FF1D8677B8CE82D6467DCBC98691C1BB0DBEFF39DBEFD4CAA9A7811C5839C355CF12A905BFC25886A6A968140506C158085187365371D0FCD0663DD03DEC0F15C597A8867F82A92DB00159C99C84461BA06D87F604EE23080734167F4297912E2812E41B429A33B1146DE4E9A3129E2DCAE115A23CEA0D1ACF7305B96E05FD50826CA0CFF003E3187E98DF2A0C80061538CA21172357EA77C4FC2D831CEA5714C7D0A4B5D96128136D415DD816FBE263F824E148D4128DC40AE219F18AB42503C932721F798C7C41995083284BCA839A485553F3A8D5D42EEA19D54575F106F16C78D1BC363E9F9FCFAFE6AFE61FE7DFE7BF121002638195C05D3051D02868112C137C24F858B04B7040D02E382DB824B82D78A5D75FCF46AF58EFA9BE587FACFE02FD63FA97F51F1A5819F81A441B9418AC33D863F0573FCB7E69FD1AFA9DEEF7577FDFFE09FDA7F65FDDFFF600C9008F01D903AA06340E583160DF80E303CE1A0E344C326C353C6FA467E46834C3688BD13EA3E346F78D5E183B1BA718B7187F25E40B6D84C5C256E111E10D938126D1260D261F9AFC68F250642F4A13E58B2A4433440B442B44EDA2AF44574577444F44AFC494D8583C486C237613FB8A23C529E25C7199B84EBC4CBC41BC4B7C447C5A7C497CD354CF34D074AC69BA698169956983698B8492184B06496C246E125F49A42445922B29931C977C23F95E7257F254F246CA97BA4BFDA5D1D23469BEB4423A43DA2EFDCA0C99F53733334B379B68566B36CF6C99D906B34FE1BFD3664FCDC5E6B6E61EE6A1E605E675E6ADE61BCC8F9B3F1C6833D063E0C4818706DEB0105B645B545B5C1D347C90F3A0D0419983AA07AD1BF4CDA01B831E0C36193C6C307BAE09FD861A21529741E685DFF2D0DCFD00D4067E1D53FAD06F657D3CD3C7C800EEB83E810CD16A6D9F44E9689BB64FA18198D2F679C81D0FD1F6F9488C13B83EC6A83F2ED0F695488F5D9D60FA1EC80CD769FB9E005FA6EDFBC2F88FB47D3F6480B781DE327FBD610AAA4085ECDF75A8022D7565FF9E843BF412009207D730A859AAA05701FDB1F0B3144D84BB1C76B41F9A0CD70280317F016218B261B15401D64A340AB24C27C05BC88E988CB29123BC558A260194193D099A133CEDC13E52E74B71F07302BC538CB2E0CE0DDE7466E9F2D2E273000A99FFDC900A703A03EE6C78C6FC158B28685E3A981CDEC1F5EEBD2E776F3F4962A195F0BD521833EC7FA442F7CBFEF06631CA45C970DF23E11E580CC8A80AA039F0AD62C01E0FFDA930CE05B0314FC2A0314F981171ACD4B20033C9A917CDFC5D8BF7FCFB7FC9B65CBC0A656E6473747265616D0A656E646F626A0A31342030206F626A0A3C3C0A2F417363656E74203936382E3735202F436170486569676874203732372E35333931202F44657363656E74202D3234312E32313039202F466C61677320323632313438202F466F6E7442426F78205B202D3738372E35393737202D3333342E3437323720323538332E30303820313131322E373933205D202F466F6E7446696C653220313320302052200A20202F466F6E744E616D65202F4141414141412B496E7465722D426F6C64202F4974616C6963416E676C652030202F4D697373696E675769647468203635362E3235202F5374656D5620313635202F54797065202F466F6E7444657363726970746F720A3E3E0A656E646F626A0A31352030206F626A0A3C3C0A2F42617365466F6E74202F4141414141412B496E7465722D426F6C64202F4669727374436861722030202F466F6E7444657363726970746F7220313420302052202F4C6173744368617220323033202F4E616D65202F46322B30202F53756274797065202F5472756554797065200A20202F546F556E69636F646520313220302052202F54797065202F466F6E74202F576964746873205B203538352E39333735203333372E38393036203538382E33373839203633382E36373139203736312E37313838203537302E33313235203333382E38363732203536382E33353934203632322E35353836203931342E30363235200A20203436332E38363732203636302E31353632203637382E37313039203636322E31303934203433382E39363438203435392E34373237203637382E37313039203435392E39363039203437312E36373937203336352E32333434200A20203632372E39323937203539382E36333238203333332E39383434203336342E32353738203333332E30303738203438392E37343631203636302E31353632203834352E37303331203838312E33343737203931392E39323139200A20203535392E35373033203734362E353832203233362E38313634203333372E38393036203535312E32363935203634382E39323538203635342E3738353220313031352E363235203637312E383735203333382E38363732200A20203337362E39353331203337362E39353331203535392E303832203637382E37313039203333332E39383434203436372E37373334203333332E39383434203338382E31383336203634362E34383434203634362E34383434200A20203634362E34383434203634362E34383434203634362E34383434203634362E34383434203634362E34383434203634362E34383434203634362E34383434203634362E34383434203333332E39383434203334322E37373334200A20203637382E37313039203637382E37313039203637382E37313039203535392E3537303320313031362E313133203734362E353832203636312E36323131203733392E37343631203732322E313638203630372E34323139200A20203538362E39313431203735302E34383833203734372E30373033203238302E37363137203538342E34373237203731392E32333833203536352E34323937203933312E36343036203736322E323037203737302E35303738200A20203634372E39343932203737362E38353535203635362E37333833203635342E37383532203636372E34383035203733312E39333336203734362E35383220313033372E353938203733382E32383132203733302E393537200A20203636342E30363235203337362E39353331203338382E31383336203337362E39353331203438362E38313634203437362E30373432203336352E32333434203538302E35363634203633302E33373131203538382E33373839200A20203633302E33373131203539352E37303331203339372E39343932203633312E38333539203632322E35353836203237302E39393631203237302E39393631203538302E30373831203237302E39393631203931322E35393737200A20203632322E35353836203631332E32383132203633302E33373131203633302E33373131203430372E32323636203536302E30353836203336362E32313039203632322E35353836203539392E36303934203835302E30393737200A20203538302E30373831203630322E30353038203537322E37353339203436382E3735203337312E353832203436382E3735203637382E37313039203635362E3235203734362E353832203734362E353832200A20203734362E353832203734362E353832203734362E35383220313032322E343631203733392E37343631203630372E34323139203630372E34323139203630372E34323139203630372E34323139203238302E37363137200A20203238302E37363137203238302E37363137203238302E37363137203735392E37363536203736322E323037203737302E35303738203737302E35303738203737302E35303738203737302E35303738203737302E35303738200A20203637382E37313039203737302E35303738203733312E39333336203733312E39333336203733312E39333336203733312E39333336203733302E393537203636382E39343533203635372E32323636203538302E35363634200A20203538302E35363634203538302E35363634203538302E35363634203538302E35363634203538302E35363634203931302E31353632203538382E33373839203539352E37303331203539352E37303331203539352E37303331200A20203539352E37303331203237302E39393631203237302E39393631203237302E39393631203237302E39393631203539392E31323131203632322E35353836203631332E32383132203631332E32383132203631332E32383132200A20203631332E32383132203631332E32383132203637382E37313039203631332E32383132203632322E35353836203632322E35353836203632322E35353836203632322E35353836203630322E30353038203633302E33373131200A20203630322E3035303820313031372E353738203938372E373933203733302E393537203638342E35373033203530302031303030203331302E35343639203534302E30333931203533312E37333833200A2020313030312E393533203135372E32323636203834332E3735203834342E32333833205D0A3E3E0A656E646F626A0A31362030206F626A0A3C3C0A2F4C616E67202866722D465229202F506167654D6F6465202F5573654E6F6E65202F506167657320313820302052202F54797065202F436174616C6F67202F566965776572507265666572656E636573203230203020520A2F4D6574616461746120323220302052202F4F7574707574496E74656E7473205B203C3C202F54797065202F4F7574707574496E74656E74202F53202F4754535F5044464131202F4F7574707574436F6E646974696F6E4964656E7469666965722028735247422049454336313936362D322E3129202F496E666F2028735247422049454336313936362D322E3129202F446573744F757470757450726F66696C6520323120302052203E3E205D203E3E0A656E646F626A0A31382030206F626A0A3C3C0A2F436F756E742031202F4B696473205B203720302052205D202F54797065202F50616765730A3E3E0A656E646F626A0A32302030206F626A0A3C3C0A2F446973706C6179446F635469746C6520747275650A3E3E0A656E646F626A0A32312030206F626A0A3C3C202F4E2033202F46696C746572202F466C6174654465636F6465202F4C656E67746820333537203E3E0A73747265616D0A78DA9591BD4BC35014C54F5B45D14A071D441C325471684114C451EBD0A548A915ACBA24AF692B24694852A4B80A2E0E0507D1C5AFC1FF4057C15541101441C4D9D1AF454A3C690A2DA283F7F1727F9CBC7379390182294DE8768704E886636592096929B72C75BD20C0D52859D8E66C3A9DC29FF579E79FBD8D7BB3F0BFEACDABB60002DDE429615A0E79869C5A774C8FB7C903A224E7C987E498C50B92AF3C5DF1F9D9E3A2CFEF1E5BD9CC1C10F4664AC53656DA58942C9D3C468EEA5A4534EFE37D4958351617D887B887612383241290A0A08235687010673798D9EFBEF1866F1E657A049F26AAB0E828A2446F8C6A855355F60275954B43D5CBFD679E766172C29F1E4E009D4FAEFB360274ED00F59AEB7E1DB96EFD18083D021746CB5F664ED31FD46B2D2D7A00443681B3CB96A6EC02E75BC0E083295B72430A71070B05E0F514E8CB01FD3740CF8A9F55F33D4EEE81EC067FD135B0B70F8CF27C64F51BF5BC67900A656E6473747265616D0A656E646F626A0A');
INSERT INTO "stored_file" VALUES(3,'recu-07ee972f.pdf','07ee972fbe1f974b9084df39bcb0d0aa1acf98190cf4e3e13c5c86d4e2eb0218',X'255044462D312E370A25938C8B9E205265706F72744C61622047656E6572617465642050444620646F63756D656E7420286F70656E736F75726365290A312030206F626A0A3C3C0A2F46312B3020313120302052202F46322B30203135203020520A3E3E0A656E646F626A0A322030206F626A0A3C3C0A2F42426F78205B20302030203539352E3238203834312E3839205D202F46696C746572205B202F466C6174654465636F6465205D202F466F726D547970652031202F4C656E67746820333337202F4D6174726978205B203120302030203120302030205D202F5265736F7572636573203C3C0A2F466F6E74203120302052202F50726F63536574205B202F504446202F54657874202F496D61676542202F496D61676543202F496D61676549205D0A3E3E200A20202F53756274797065202F466F726D202F54797065202F584F626A6563740A3E3E0A73747265616D0A789C8D52CD6EC3200CBEE729B84F6260631BA4698749DB13E405B2B49934A997BDFF619FA15DD3A9D216840103DF0F4E0E092DF7B89EC294A20674F2A0E1EB63CA25660BA23992861A05073D7C1DCF3B5471926F77B6E9659E1EDFE801C839CC1B503122B007EBB0675EC93151B0C69152984FD3535935532AAC9B6E9628695131A624A4CDD4E7CF61FE047A063A58073CBB6A6E0845EEC05BBBC033A02C1BFC681BE088835241C8C62A9DE017825AB43342414BDE70E7089CA3959DAC613AA6F21FDFD22452EDB0F0278B9A5C1D63DC00EE33B102D9EE9E5CA01ED0413BF6D43F51C65A96EA394B9A8DBA31B9AE21B3E19420DB0612791E8CBE83DBA47BF69F1B1714A6617AA8E186B7AA779E4A6A1FDC9396EEC76B391EDA96AA4768243CDBBAE36A7AB0F4EE0EF6D5B5BFAA5B04999BBFA76B2C9CE92054A0722D5EA4B4416F4613AE70B0E0CC28F2EBFC0DD5669EEE0A656E6473747265616D0A656E646F626A0A332030206F626A0A3C3C0A2F42426F78205B20302030203539352E3238203834312E3839205D202F46696C746572205B202F466C6174654465636F6465205D202F466F726D547970652031202F4C656E67746820373531202F4D6174726978205B203120302030203120302030205D202F5265736F7572636573203C3C0A2F466F6E74203120302052202F50726F63536574205B202F504446202F54657874202F496D61676542202F496D61676543202F496D61676549205D0A3E3E200A20202F53756274797065202F466F726D202F54797065202F584F626A6563740A3E3E0A73747265616D0A789C9D56418EDB300CBCE715BE17502591222DA0E8A140FB827CC0EBD8050AECA5FF3FEC90526C6F3605BA46103BB624723824874943C427F9757E1D2E3FAE97AFBFF297388C4179B8AE9718B01872C185C7E1EFEF4BEA274A0A310FA56828325C5F2FDF78D52C2A4916A94A729392A3E46994055F912A846FC25AF61596A2E4F75516FF55947354C13DE37C310B5861A5EFC3F50F6025C0D240D260E18E4B355CE5092EA6A01DD7020F37D85FD5FD1A227B03348B2465DC8120479A0E7EC6106B77948C804476D1A3A3347EF0344BCA9109F6568D7B8C25236A8BEB54249483E61E8982956904832BAC12D792B9F0728F0D4F0BA7F391EC9E0095F1C914B74F3A833DA72063C39E842DF34A96DBF318778B0466358111D454E31AD79601011FEEE70CE6148370C36C9974BB1ADD22C3D77C1EFB6ED9D9755E3F8530670A593F40BCC90D342C676845C786C4EF2C2ED6C2CA9F2E57828D9C8EA64A447F55EB80CFC2222AA639475882EA316D399755AE3548EC3A2559A6A636273379B086DE2EA8BA6AAA85FA237F9ABBB6B90F7BA745C75EAD56ABE29AD7D40ECAD015F17EEA90523C2F67A21DC74D95CD1AC908DBD3BD3FF09C5A17BA2FE714184CA71F4B4883D07F72B2FB9C5FDCC2B6A1CAC38617C8D5167693E567C383B39A482B9BE44DD5C9D43650BC18D08A5660AD5E41663119F7E06C15ED3A69F381F61D6169EE95ED028A77D5135232ECC02AE337F58120F60E386C64F910B277FBFEA7E1E968256BE169E3BC3A4403399A6EF7E0789B81EEC29525EF4EE126F96C9A0FE709E7674C42CB52F1B01B69F7ECADBED269A8EB96E79B93693B9D1A35DBB357A3D52A6BA30621E374C5EED56762791A1E84A2B6F08C5F03EC8278E0F0E0987DE47B01DF87BDAD219FF64E9C0083BEEC631EEB3E8E1F833C5AF52C0876D07D681F65FF3D4D4EDC71D5B32FEA68BD359F8689FF335D71B67F28D4A1260F99EE2A646BFF2A113FD7156B9276B2BDEDDDF5E896D1DAFCAC79724A0F1B38398A5E61FBFF1704B89ABA50A2BACDEB9FD73760481C080A656E6473747265616D0A656E646F626A0A342030206F626A0A3C3C0A2F42426F78205B20302030203539352E3238203834312E3839205D202F46696C746572205B202F466C6174654465636F6465205D202F466F726D547970652031202F4C656E67746820353733202F4D6174726978205B203120302030203120302030205D202F5265736F7572636573203C3C0A2F466F6E74203120302052202F50726F63536574205B202F504446202F54657874202F496D61676542202F496D61676543202F496D61676549205D0A3E3E200A20202F53756274797065202F466F726D202F54797065202F584F626A6563740A3E3E0A73747265616D0A789C9D54CB8EDB300CBCE72B7C2FA04A22454A40D14381F60BF2035E3F0A14D84BFFFFB043CA4EED6C362D8AC0B6228AC3C78C9886885FF2F7F43A5CBE5D2F9F7FA44F71D02024C375BDC490600E89ECA5C3EF9F97B4F99414621E728D21E3E4EBE50B4F5272943C5659F08834603449D234BB85A46856C69ED9B0A3A4D88165CA2A555659F02B7D4F9316F702AA12BE6C765F1565D8C5D18029339E45D96CE605AC06C46851478157B3F3B202576CCFCE1A1ED69BADAD1E27990F32674426CF1311EDA423CE1A5FC823FB2960797EDD1727D2561B89F72157CAB9E548E3D7E1FA0B6DCDC7B6DE35515A68BD89D30B5C32458A9E22809858B96D20E911484A1C6A3CA18C4069A4549FA0EC04E38B57C38BCB03824B09DA3AC168269A363B2D8EDA493914F98FDA49F51EDB32E6E46D375CD08855ED6481241783C7D82140A4C17F08016518E3E4AB025E1690EFDC014EC6FA8C153884524ED8A08519DA3076C1349E833EE4D00AB4272169A42BD333D2B86AC8FA3E7F2BDC54AAF43F6431072D9DACC572B4BBF49E2E68933ED6E6DF69FB13C5FB62D5CEB81179BFEBCFEACE9C83F0090375172379AB7BEFA831681304C8E8BCEF1BA7BE3E498150BCA47B4848C1125A6EC414AD7E75F510C2028AABAC075EB736954D2AAB0F034BED1C72EF04B1F1700B295B0F7C4A99E2F04F7BEE6AA2CE8779B6CD49B509D5F7A6DB94B3F98419E67E3EB17C36D26D766DA598971270E69BC5E65FF79951BEDD80D38C7C5844E690F8A1044D2A7DDC191106A4A3090702E28380BE5FDF00D7725A3C0A656E6473747265616D0A656E646F626A0A352030206F626A0A3C3C0A2F42426F78205B20302030203539352E3238203834312E3839205D202F46696C746572205B202F466C6174654465636F6465205D202F466F726D547970652031202F4C656E67746820323338202F4D6174726978205B203120302030203120302030205D202F5265736F7572636573203C3C0A2F466F6E74203120302052202F50726F63536574205B202F504446202F54657874202F496D61676542202F496D61676543202F496D61676549205D0A3E3E200A20202F53756274797065202F466F726D202F54797065202F584F626A6563740A3E3E0A73747265616D0A789C5D904D6AC4300C85F73E85F705573F96E440E9A2D09E201770934CA1309BDE7F31B23D2949083C07D9FA9E9E30827FD875B9C7F03187D72F7C81688935CEB700ED74995CB2C4BF9F80CF16C104140939951CE77B78CBA21B81B2A2B19F59A5EBAD57C7DD66A26B2D468A3AB90A2D5E5DFD8DBF7E8FF3EF950E940A74FAE099AA18193B6F6D4CCBCDC30E4E5C3B674FA17B0C7472426E62C71858AE39964A20D41DA6E6D4D864EECB06D51CE87FA75949A724764564D652CDD023CB73243A8EB477FBAE12CBA9FBDB07D0B1A0FF98BE2803A35A7471AA9E6FFAD2C9C6CADB72B7561984EEFD393F007B3168970A656E6473747265616D0A656E646F626A0A362030206F626A0A3C3C0A2F42426F78205B20302030203539352E3238203834312E3839205D202F46696C746572205B202F466C6174654465636F6465205D202F466F726D547970652031202F4C656E67746820383533202F4D6174726978205B203120302030203120302030205D202F5265736F7572636573203C3C0A2F466F6E74203120302052202F50726F63536574205B202F504446202F54657874202F496D61676542202F496D61676543202F496D61676549205D0A3E3E200A20202F53756274797065202F466F726D202F54797065202F584F626A6563740A3E3E0A73747265616D0A789CA5564B8EDB300CDDE714DE1770258A222DA0E8A2407B825C20E324050ACCA6F75FF491941CCFD4D30E5A04760CC522DF87A492A7844FF6FBFA3C9DBE9C4F1FBFD187342DB3F274BE9FD28C1F67AAB8F132FDFC7ECA7D4759EA5CF394179AAB4CE7E7D32766C9CA52294955A6A4459AA8DC6C55AB92D4CFD3F907E2678F9F9AF404962117BBE9510601969E41244BB3D8ED4E8911596E96510BADC8BA5AEE4285F07C93BB8A54B90A59665FB74B3A06DA63789DB1EAAC14190B725CC1638DE89CB55A446D3B2E3A974E05DFB83513AB1E51619965F1C095952E0B24BA035EBBE82B79EA2C99F6D06A9E134D4D3C15F6D35232354A352102C40DFA102209CB1DB2C4132043204866F1776BC82BB00708D85060DD90E0B9BFE5061E44AC727371374B5DF8ABAD5B1E7B0F9FAA17DF9D91C92CB3388111BB463CBA39DF97049736930E82640479257591D4DC069562E91004F2C90D9720AD559A55863BADC9D37190C265A4901CCEDD7CE75DE3AD156FD94E07D745C858E9F564E244850571AB3444700A6A755007491164CE5286041BD1AB0BF788C221D065E9115AA05109E46236DDA3C27533D6CDB298D9580D29AD03BAC4A604F23DF21F094B736E2EAC302937166E96C4AB50824C8484DC1972B0CB1A2DD58A966590E2C26A7B43CC9DD88348EB4E6F54FE04D5DE343C95DE8DC61A39FD86263034082DE2767AF3BB6D842C5CBB846EBC47CB7B0C61E6EFD9507EF8BD2C9691CB662C223C4CB38239905CAB8D3693DC88592506F9AD15C5ABB9F40689198649F34254761A56F92C3BDF0D28566C32794F7883EF08219AF658C8262B068C0CB0B17FEB06EE685C10208C6E6BA3F58FBACF7F79D5F46374BCCF36EFCCC0A2D1C7DE41EB0E4F93ABA6276356DC40B039101987438A516DDBBC71A8BB6CB49717AD5A5DF47E84F4F4467973B3B79B0F05101CF5F300650D5C74AB2C5B73B3C865E147AB9B0C1A35576208B8A884B52CD4B1B8B8427DB044DF98A1FC7479E41E46BDD53B0FA1C69832052ED76E6F58F166D51F499AE6C62169D4D935E65EB4FBBB5A346360B0B74CFE57C70F80D5322F751C0E250E873F4F9598725DBFB2576254857DFB7AD5E5E8A433AF3BD47EBCF449F3C60E8F5EDDC52E17DA27F919EF67ED7F9CCA4792E00F856EE725BB248065C5ABE3FFD0E52F077884FD7AFE05949137380A656E6473747265616D0A656E646F626A0A372030206F626A0A3C3C0A2F436F6E74656E747320313920302052202F4D65646961426F78205B20302030203539352E3238203834312E3839205D202F506172656E7420313820302052202F5265736F7572636573203C3C0A2F466F6E74203120302052202F50726F63536574205B202F504446202F54657874202F496D61676542202F496D61676543202F496D61676549205D202F584F626A656374203C3C0A2F466F726D586F622E73686172656430203220302052202F466F726D586F622E73686172656431203320302052202F466F726D586F622E73686172656432203420302052202F466F726D586F622E73686172656433203520302052202F466F726D586F622E736861726564342036203020520A3E3E0A3E3E202F526F746174652030202F5472616E73203C3C0A0A3E3E200A20202F54797065202F506167650A3E3E0A656E646F626A0A382030206F626A0A3C3C0A2F46696C746572205B202F466C6174654465636F6465205D202F4C656E67746820313033330A3E3E0A73747265616D0A789C75D6DB6A1B571840E17B3F852E5B4AB1671F67C01866CF0172D1034D5FC091C7A921968D6C5FE4EDEB352BA4505A81C592B4077FBF40D27F397D983F9C1E5E0F97BF9F9F8E1FB7D7C3FDC3E9EEBCBD3CBD9D8FDBE1D3F6F9E174D185C3DDC3F1F5DBA3FDFEF878FB7C71F97EF1C7AF2FAFDBE387D3FDD3C5F5F5E1F28FF7175F5ECF5F0F3F8CFBEDA70FA7D7EDFCF3FBD36F5F6ECF3F5E5CFE76BEDBCE0FA7CFFF7BE0E3DBF3F397ED713BBD1EAE2E6E6E0E77DBFDFB3FFAE5F6F9D7DBC7ED70F95F57FD73E6CFAFCFDB21EC8F3BB9C7A7BBEDE5F9F6B89D6F4F9FB78BEBABAB9BC3F5D46E2EB6D3DDBF5E0B57C96B3EDD1FFFBA3D7F3B7BF57EBB79EF6EEFB1A3831DE868473AD989CE76A68B5DE86A57BAB77B7AB0077AB447BAD98D9EEC899EED855EEC955EF76E983BFD0D73A7BF61EEF437CC9DFE86B9D3DF3077FA1BE64E7FC3DCE96F983BFD0D73A7BF61EEF437CC9DFE86B9D3DF665A7FC3DFE96FF83BFD13FEA03FECAD3F304BD01F9825E80FCC12F4076609FA03B304FD815982FEC02C417F6096A03F304BD01F9825E80FCC12F4076609FA03B304FD815982FEC02C517FC41FF547FC517FC41FF547FC517FC41FF547FC517FC41FF547FC517FC41FF547FC517FC41FF547FC517FC41FF547FC517FC41FF547FC497FC29FF427FC497FC29FF427FC497FC29FF427FC497FC29FF427FC497FC29FF427FC497FC29FF427FC497FC29FF427FC497FC29FF427FC597FC69FF567FC597FC69FF567FC597FC69FF567FC597FC69FF567FC597FC69FF567FC597FC69FF567FC597FC69FF567FC597FC69FF567FC457FC15FF417FC457FC15FF417FC457FC15FF417FC457FC15FF417FC457FC15FF417FC457FC15FF417FC457FC15FF417FC457FC15FF417FC557FC55FF557FC557FC55FF557FC557FC55FF557FC557FC55FF557FC557FC55FF557FC557FC55FF557FC557FC55FF557FC557FC55FF557FCBDFE0973AF7FC2DCEB9F30F7FA27CCBDFE0973AF7FC2DCEB9F30F7FA27CCBDFE0973AF7FC2DCEBE757EABAD73F61EEF54F987BFD13E65EFFB49BF5CFBCE783FE19FFA07FC63FE89FF10FFA67FC83FE19FFA07FC63FE89FF10FFA67FC83FE19FFA07FC63FE89FF10FFA67FC83FE19FFA07FC63FE89FF10FFA17FCA3FE05FFA87FC13FEA5FF08FFA17FCA3FE05FFA87FC13FEA5FF08FFA17FCA3FE05FFA87FC13FEA5FF08FFA17FCA3FE05FFA87FC13FEA5FF08FFA57FC4DFF8ABFE95FF137FD2BFEA67FC5DFF4AFF89BFE157FD3BFE26FFA57FC4DFF8ABFE95FF137FD2BFEA67FC5DFF4AFF89BFE157FD3BFE26FBBBFDBBF1BA72B1BE7B4FBBBFDB336E10FEE2153DCBBDBCF249B59A66C639B8ABD9FAF3686A9DF7BFF5D9E061BC3843F948EF7706A76D837B66F9B19BB1B0BE8F7B5F0F8763EBF6F8CFB96BA2F82AC800FA7EDFB22FBFCF4CC55FCFD0DCEB55F470A656E6473747265616D0A656E646F626A0A392030206F626A0A3C3C0A2F46696C746572205B202F466C6174654465636F6465205D202F4C656E677468203131393631202F4C656E677468312031373632380A3E3E0A73747265616D0A789C957C074014C7FAF8CCEEDE1D02A270771445942E16548E034441407A6F82F4224DBA74E9A2202A22120B68EC8AD8D0289AC424683426C618CD43638C3189D1C498FAF24C798972CBFF9BD9A3E8F3BD5FFEE8DCCE7E3BFBCDCCD7BF99B9431821A489EA118BA68444CCB23358B6680F408E42495E92975268E3386D2642581B4A4F66EEF28CCFF20E5D47887913A1B9AF65A5A7A4D95D8E3D81D0FC1268EF900500FD55D24FE19EBC6F91955752C175E63AC2FD4708B147730B96A4582EB087B66ED580EF765E4A452116A33F10F28884F653F253F2D2E7EE8AFE16EEA10DE35D58505CC21F442D0879BE499E234EE48CDB9008219182FB1020DB842BF3216A6176C1158958442EDC3DC40C3268CF2052FF85470445A0F3080D0E4ACEF37A08697CCE6C8211EC22CFB844513FC50E73441861FA823612E3BDB47615200C5087837EC5488234D018A09716B4188B74D038341EE9223D2445322447FAC80019222334014D44C6681232419301AF293243E6C80259222B648DA6221B340D4D4733D04C648B66A1D9680EB2430A648F94C801392227341739A379683E7241AE68017243EEC8032D449EC80B79231FE48BFC903F0A4081280805A310148AC250388A409168118A42D168318A41B1280EC5A30494889250324A41A968094A43E9280365A22CB41465A31C948BF2503E2A408568192A42C5A80495A232548E2AD0725489AA5035AA41B5A80E28508F56A006B412AD428DA809AD46CD680D5A8BD6015FD6A356B401B5A18DA81DBD8436A1CD680BDA8A3A5027DA86B6A397D10EB413ED42BBD11EB417ED43FBD101D4850EA26E74081D464740C68EA11E741C9D40AFA093E814EA45A7D119F42A7A0DBD8ECEA237D09BE82DD487CE01DFDE4617D045F40EBA84DE45EFA1CBE87D74057D4039BD9BDF8A8F7165C09F710845481552D6CC4A69EFA0B0D397CBC46F8F3DA59DE91812E2E81412C26F657F1D18CBF587383905073B3985C0BB59C07B5BE03D0B1C4129BA0A5D6B332B4669AF076F9B3006125BD6DC4C2C96CBF4F51576AE8CA3810ECB4C2E9BDDF14D7DFD371D616DE55106C7B4ED7CE21D0BDBBCBDDB0A9D12FDECB48FEA4757B48BFA9FD876B561EEE8712C6A9B1652EC3767BAAF7252695F61FE5B25268E8133E70494464C87B1B3407DC4158B1E82AC58833CA072A59D83356BE54006AF6F20B1B222DD1B48F5755889D2D4CE41A954C094CCB1D2549E1F13C4CAB9BC6BAD45AF96EB1E9336E624553B3372C67E51F2A209AC86ADD5A19AA6019E9D5E312B238539BAF2A3E5F1079719E7D4063584A9A216C6394DD2AC38683DD375566323B373CB1690E98AC11F4551DCB720C3E67424B3401A9197992DD0C29521B490CB74186B3B0707A5BD302842136CED68C04211A9AFCCFDEADBFBE2E3F7DDAEAEFA747F42C2FE4FAB2A2E16175FAC28BF545A7A090877B9B2F272D9D5A71DEA8A2CF9C8D78D8D5F1F4E4A3A0CD76F8E24EDADBB59B7E2664DCDCD155061C7555FAB7EDA74ADF26A75F5D54AE68B6BD5D740FB4C805EFE945F12D0BF71305E14812563180576D435D715C94D9518CA3F71791BEF8BEFE38A7EDE07BFC5E081D7599F81D745FD03973DD8CA81CBACD340D39981C7AC8E5573337FAFB91951393ACF3FC24BD5B8518442D75C0A28CF1F823FFC926A91F87B550C7390B4ABE4FB393DE0992BE81D7237B3B2B27624F24149636D4948E6E0E0E868A59641351709BD0C44848E62B144225CA5FA0EEA97AC04821A308AA2BD4BF4F7182DCD4F28B2F335E31FBAA5289D32BCD9859E57BBF69D9CDE61169F919C6DE7678E27782429E6657AB0B35D4C527B7426C77A4D9E3F93BF3F25D2D5C47536DFEFBF2E655A5C4E5888A3BFBD74BF5546D97C9765819C686E5148EB81BD5B6D5232A3FC9401F6F22EEBCC22E70505BE628945F062BBC4B5014C8B9E51B8878DB78BD17EA97184FB541F3763B096582692B35D628613831D2432DB3DF89DB85BF41DD83505D822E46EAF1657F311C9006A382A741873200E36B31034CA4261C7E9EBC9658C98B3066552DADBC2731D208409C3A0924BE559C78B754E8C6B8CF4ADF085FF91A5E34E8CCD3D98557EA90477EFE2BFBF595E7E13EBEFDA85F5498DFF7E57D527FBE3E3F77F52A5BE328F2ADE2989E948F14FF6A9F0F32DF7490A48D91653FA8EAAE2B9D728AA9E512FD22BE5FF4266356B23FA1E34C04EE02B65248C147804139358AB3541D75C692E16536550EA30123A635CB4684D58E6CEC8D025B316474567CAF64C29DE18A8ACC8F1EC1A63D4E0E79FE5A81D993829243B85593DAF283C2963E698315A1327719E815E33AC0313A6192D288A55DD28B68B68522E9A9DADA5A7C569CE757576191C048BDDC6C5706E9C1522BE4E823EC45BA887BA87E77116CC77C40FBAEB9A2A4D75D92A553AEB89E7E171BBF870EAD2501A8EE57E01391574DA85CCE97FEBB3A3B5C2C054D7147849A4D3DC5C2908B5B9B92E73B8E2C6EEB8B8DD372A96DFD81D1BBBFBC6F2CACBE5E5972B97BF5F5EFEFEEF2B1B1A79051E6F16EC3837CCF2E22E234727FD7C1C4B5A0FBD45AEEBCB89DA970B9F3D3CCF185A0638CF8B9816336BF66C737E01229E19DD147931BCE806C8DA35CA9306D68535177D019A3E7984270AF508FFC31EDD4CE88C8FEF4C88EF888BEB885744DAD9452AEC17D9D92D625D623BE313B6C5C56D4B88EF8CDD42C0910A45A43D340179BE86BCB85A2E456D53C0069BCA8985C5E00DAEB1270642D913AA9B87BCBABB99A0EE6EFE0EF3BB4A0B511E14B20DEC24F16BE0E55184121389A68A6EAE763D201A12B9A9BC0C47CE769B9CE8E513D3F56ADBD6D332878CF04E7C9A6DA8C263AD9C95260E0B163814AD69CC325D18183FBF40B20EF066B215AC3DE09DA9B62E8A21EB32C211904673C2474A07895C2007BE92BA3B8939C164FB052FC9890F0C0C4A8BF2F45EC21CC4719D89291B433322728A12F6B115CE4BBDA72A5C67CD71AD72993D73AEE34CEFECF92E59EE9E715AE2B1A9415EB92E940FDDDC2F5825D6073E5CA773DDC927725D5C22C42F2802E822A8B8839256150A39283AF82619D178103185EECE5EBFAA80C072AFDED9F32759AC5B3BCD352567E6CC9C64D7A97CA218A962B356B9B8AECC62BA0676394EDF5E5F955EB021CCD4346C43C1004F784E7CA209D8616D88AB90BBA9AEF910DB4D59E88F93F3DB2277DD2D2ABABB0B9F3DF98668C6C040E5C7AB9B6E543DB1256E17C6BE9B71C13D6C8058025E0C31FE743EDBF944FC179A0DF3F988CE6709DB807F15F7104BEF0E56DE5CA274C4BF1ED3F8ECBAB867E026D3B9A2A35AF009C14C33DB0A36E1EFC9DFCF356F6666BE5953F34656D61B3511394AFBDC88F01CA5328769CEBBB062E5C5DCDC8B2B575CCCDD10B23224645528F9BF3204C6160A3AEE4575FC1F54C7FF41741CE001088965A27ECE1A416CCA74810EDF6082688B9BAC3F42C36D325ED8E663F696BA4D1AB47955F419B4B935DCE617359E9F9030CF0CBE82BDC4E5409C4AA48E3AA9614B3E6CCA61EED41C4A6964654EA32CA64399E6E511EB5EB0705E9E9FA84F547EA16CC5F9ECEC14F760F3C510723941E8C5ECD06ADE12356D6A55B45786D39CAC889A5712325E295A7E74DE54DFA58BB5F035128A91908C8CD51EE2FA30C95AB115C4BB64849F600B5C4262BCC15FF131EA9B498CC72AD8D131DE55EDAB63170B3882F19724C6E36534E083DE01673FBB9D790434B282B89BE09C8A23A97D34838F9F46C5122845AA60B1A3A904C395852BF3DE1F5B7F1BB860C4C51B0D2CF86DEB6F778CB85803226478FB962D7C3AA9B1BB3A3A08FD4A06ADB81EF151C0E5007193104782E69A300AB58C585B8FC8CE684F696060C21272338B2AE6EFF9A969CC458DD4CEE8F43D89614DA1BDBD979B1FB5BD747F257776EC99C6E48DA1298D0E9BE76F5CB5A8EEF11D49D39F95E741C822F3941E1521BEB1CEA0857D9B6ADFCACA3AB52CAF7C419E777092729CCD78A7840D5995EF14111E8BD0C3C107E2DF4196754196E74056B1502DD1C322AD9669B5BF9313B7F67F3C17610566B492562EF45C9998BCC263E18AA440D7F9C101EE0B38991AD8E03E021C18C7A14303885D10B1363C387C4D44C41AB8AC8D58B97461B04776B647F0C2A503A6FFF551062137D5DD2C885525A27B90154184AAF6D28E43E657202A36C7421C36A4AA12D148180F868AC4604073CF976E1587AE8FF97CA2DBCCA430A7A8598AC54E4CCFA7AA0F42EBFC620FE417EE5DAC8871E66FC50778D786C7EC6F083CE6193DC9C2EF3359DEEBC5A9AD951EFB644EC1F63EF1B6610E4E19F99E03E799AE94CE2D314B3AA2A237C67896A44EFFDCB3D4CBAFC0D5AFF97CC5A6BE7CE39921C182DF0079C49BA8DC51497EA47F411F24D451F53E3CBBC37FC7AC13CF24962FC25E4FCF512166C055EBE981C830771696041C0F5A365F591075BC6E2593B40FA7E380AA1DFC51FE747B23FF0BFF8F939FE20B80231970E8AA7138E8E929ED19067C881E09BD24C931F98AF985C1C7034A3D1A6BF8EF5EC573B04E7D3B0EC0913BAAF8D3FCB6BD5FF2AE1F038E22A6856D8331EA828C4845D696968E2218AAA5814824B194E2D7C7F2BFF9E209FC435FAC3DB64D1B6BF9F20FF1045FFE776DA605BB1CA96D6FAF3F825DF88B47EADBDB6B8FF017051B7311A571CDDC3421BE4E071D215E96093BA47A9FBD94C6BE3BE08C37EDDA05FA5ACF77E22EF41127419706EF3DE129CDDA181BD684B94E68E60E013E6BA22A62AE7775D167C436F4604C7CB7D728AB80ADA9490809191B22189810686B3B3885E9151B523C20244C2F3FA50BDF131BFEA521FE938CB175F0476E2FC44CD4DE7B0DE78242DC0AB24FA849C48C30459FE9E8FABEB2FABB0307BEAFAAFCEE605E474848471EFD94F5E2A8C78F71D49933FCE1C78FF9C3BD5DEBB1F65BE7B0766B2BFFDBB9B7F8DFD693BEBE02FB5349E500465E4C230EF0445869F915DBC9BFF28626DF813D77EF26622F32E37FBFFA4F621FDF82778A440FC18FDD3627F75B60BC6DF4FE532372BF1C9E9F015B27467730B93F09CFCBE9FD6776E47E2BDC77D2F6772791FB33D07E397DFE7924B9EF80E75BE9F32F4C46DA7F07F75FD2F694D6DC34B0CFB3A82D854FD646CDB32BDC34F03102CFC81363D686F2A707CDE012B9543486C64972EC28B7C6F21E88AAEC4005AF311AB5F8EE3BFC116D634DFEC8054297FB782297CD16ABF3307534769F6D1EA8609B990FBBBAF860C2788C7E02BC3B04BCEE5889254A03F8E4760C8432D72512D51CF604A3C15B5CC08B348DB5F1A277780B823B7CF057F615E0AFE0E7A8E918F1E1A3632A484CE4A37D0CAE13FC5CBEE7BC3C5F31F5730DE7C0CFB985980FBB9EB7B5D66C8EB6013FE79D4EFC5CED8984F493C4CF59FB65C568F176432E49C8214B256EA29DC80FC5102BFC5C8A24B85B6BC832CC47420E038592465B6A8762616EC60962C8511F6DA0C3B0CFC5239CEC4BBEFB878ACAEF70F0CD6BD8B13F5BDF6B4D897D65C2188D094DCB1A4FC5E5BC519EBC62A2E6CE856E7EC12611DD83E8D851FEF19BA9A917B0F1D9D0CE8A49D36D371ED89952EE38BF3C3ABCC4D5AE902FADFC0147DFFD1887FF54D3F880BFDF91F3C9A9BC29FEAE6E29ABBE5ADF74B3CADB2A5295373F36EDA37DD5DF9DCD5B7A99FFEACC6BFC5797324C2C355BA456468C5FF08EB28AD58E8BD647C6EF5D22D804EAEF4107C6124B530CDEC41C13BF09BCC052E0BA3D33E92E6371997F675290A38543C804FE436F4645FD6E49F8EF7DE7FF0A1C68C1BBA9190069E90559BE0CB8A46812C438A878389391C8857CDBDCD254C8D2CD4DC96A0A8DA44D7B99F12F7FB0C4B3C0DD7B5D42E6DD13FC0E9CD8F352E0BA64D03EDFD086C0D51BF993A2FE9C5379C935FE7A3ADCE2BDA585BD4BBB9B52026A03772F280E4A69126C7A25F8A42C902B4B62352C08332DE80A92395D41A26CA22B480A1D961D778EFFF8C8113CFDDCB2F777E7C8FAC6071534F935DDAEADBBDDE8D7541034BE4F9AB3FB7DD9EB38FAC79F70F4598FBAD3C54125A1539BF9BFCEF5F17FADB609290D2CEAAD5F08B483F98A0261BE726404B10B9D92609E489523168B2316856984A9C49FF96759E9B7C7F8B578E51DAC3CD0C55FE035FBBAD761EEF4298CD7769FE44F7DFB1DFF4A2F3536FD301F424B3FA869513ACA4DD5A5976D51D9313B544B984F44FDDDFC846E5EBB9BCE9FB49F0BEDC78C6EDFCB36AAE6322B5535A42DD3ADAA1EA15505D0CAFA7FD10AB86300F3209360E5EFF137BBBBF1D473651FEECD91BD6310B87455C8CA5BB57577D6D49ECF99CB7B31F377F23FC9CEE2E81F08C5BC1B4EE5FA16854F5FCDFF75BE8F7FD29C73A949AB6BDFEBFC2F9B85718A5C87E6A5D03585620E9FBD7DAC4E5FDFC06351BFAA9A59F5C496E952C50ECD0B1709BE9AE409B8A84F4D22789636F823FBB9E023BD68FE23A7DA49932231637AE9CFBE96E2A296BE7FCB1EDD0A0D6DDEB0A1999BFAF4F6AD4743B22AB2A6F41A8F64C412816C80F45B93A49335D035C58E183B28D2B39DF05B7FA95669F2B23E96656EAABE29639AF0E10FBCEB2BE7E3AF54517800D8C033FCB904D515E68F4D0365C3BCB000DC22F51CE5BD7D0CC8F0935BDD68E8B9B8099ECFA4BCC226AC81B92BEB8821D1D2B517445442E22716C25756AEDB8B7570C158534BB3B1D374CCE01367E3716F6096C5E3E5B3664ED5E14F1DE07B74AC66CE36D263588611F50F449A2E29299E63BBAC34C38C3D0A9A1A615BD6D0B4C06B4363BEC5C03136C23C67E5463FA786C6AA3903C786C7238A80F14CA4E3C5541218424512C491181A06718F4934F40CB19A384683E9BBAFFADA3220D9C75CA42182EE7C2C4BDA23A276ACB265DBA1B3D07935476A0BDE6C993AD043ED0B91B5FD23FE7C48DA04ED78DE9FB3E341338F1E05CD3C87A71D39C2DF3AD7F8495DDD278D4DB7EBEA6E0F6BE459FED04F3FF2875E3FB11A4BFACE63C96A41359F340FD1BE07E66230DAFE8C981BD04D2028DFF3555EDEBD1E7E2B4E2E6B7377DF58CE5F11F5D7DD6A6CBC5D7F306CFDE2C5EB429F7C0C3252395842C72E016CA02BEE0A0303A9B9B5B5E4FF9805D3FF6ED7B43FDFDD3BADEF7FCC06F7DF71E6CFDC71DAF6376685045BC33DA2F39AF8DF67660A123C32BB1CDC52B6C1C3A30D66C76CE33B6EE17C517FF9478D8D578B0F79D545C7ACF47BF231B34B9522C840C9E043A0DB43B2F2E6F5FF9B396DFCFB79D384BF9F326194AAF627EA2884E8472A97C1CFEC134DEBEE7E724B348DF07BF091C88DDA60225D56CAE7D646C41CF3F404FF575B5FD289CACAE3897D6DFC53C3B5BF74B29F0C38E51C4C4E3E98C35E1EB0E9FC652DA5C1882F44294049325BF0EB24C35AACBA7B19CF9B18E660E9103A012BAEA8EE83E0B704F267CFFD15C896D0B448785F4264CF92BE2F257A04EA2C1D551BF1AE2CBEC2675FF8516A3645C760DC140BE9BF6EFF53666E366E02D4F57E7887CFFA7C1019D9EA4FD59F366910BACAF7DBBA3D3C7CFB563FB67D741DF4ED44FCA7AD4D37B20742A1FFB930FEF9D0FF64E2C9E5A347007199A0CB3A8C04CF657C5477EE7E32DB4531C5748A62C1ECCF3E517DC6B87FC63F9DE66C37D9C644316F06FF17EBBE9E35E1DFF14E8E775B109FE28DE70F7CDF32F01AAE748D89719D1713B7806F52D3CB19FA2399BBEE3304D32514BB8BADED826C026D826761ABCF54779954B6909F1CF65261D1E620FCD5409B6A27F545C0E356B5BE2A3109A304A196632092355973923730DB666628E4F167E355BF73DAAAC2D9394A79FCABF18C4E13FBE5C2D51EAE62B6BB79608E4FAB17A9119CF721FF2A84FC8BC80D585F735D85FC3E6EBD0F608967E75F3F77A267F3102FC2611D9A87DC13FFF99706E56515E018A3C601619FB9D254B7EA3E60E1BFEB14EB75FEF9268D65595BB658B44FC81FDC1572734CE22748D3F0657B7BF0F433DFC3335FF976DC37A2D000DE862955ADC3BFF35A646F733096EDA25E08A5905CAA6B20B6AB8BE412DC2FF807BAE6F709D5F9D8C187EC3D2E176CCFDCA14C1BB829AC870BF1F2E81571F572B212BC0759D4D7D7C79F641FCB08ACDB169C56EB629F151C5AE4A3776C7AFB8928A70D8DD1AF684B239BDCD2D6FA6AF927C54C705FE6393F6B42E8B6FCE40A2F33CDB13A663662EF147BBB00EBB919C5B32786EE58A99ADC611DE1B42BB8C673FB58F9782D56C33AC0CD39782A8C71E7E023AE16F8A78FACD496C39C105C574123F9A1ACED99A8983990DDE02D95F5F4EA483DEBF35A3E5E5EF1F1C1A5EB7DBCD76767B6F8F8AE37F44B987C0CE2804F4DE27C5B78D52B27F981D63DCBCE9596BC919FF57A75755F8E7A0DE211670BB4B11C9D25FE971DC3F4FF73BFD0F06FEC1532B44FDF51731DCA4D213320CE729805A3E7EABEEE56C5F25BEBF2EABDF4747A7B647A3E2B42335A7C7D5A32B3D77BFBB41AB662EEE42B986DF18D3361AC9FD81E9B9CE0B727A7AFBAFAF5ACFC374A4ACF2D1B9EAB37958367E62A07D931950C7536BC5608790853B2F787BAEA071D31C7D6470EBCCCB2915ECDE9E96D8151DB333C7283E53D13AA5F850933E09AC49BE6ADBCB53DA0C329FF48CA925D71E9D5C762AC82E6CE8EACF725F385B888B94575442664FD525D7526A4DE52D385302DFF6E5C7B985BA4CC4E67A655442097B86DDBD3BDDCAF290D1EF231DB44DA8BC29E2A05DAF1DE9C3FE5977268CF8E7A1825A1DAA8244B9D6589C5CFE752CC92EAD315E6ED863ECB539B8EE94ABD56E436DDAAAEFC645DEE0A6FA9EEF186CFD7ABC9DAEAE3DBCA7B2FC872499C12EC58BFF6DE94C50BEB7E3B7E6CB0C527DEE4D4D3C6B657A398DC84E395E5A733F3CE14169F5842D6D6C1064DA27CA53126B052BD6E4502323A001CDEDB3B59F156DDB22349A7579786D6FB333B55A920A335DB1B12DE68553933AFAE68F76E22F9393953512E66213FBF07F316A3AF18BA063CF8904FC465147E5F80632167227D139912234DA443E25005CDC148D84842501F53FCC597AAA732BEBD9719C747D63352DCFE25FE49F593EA34898319F33A55A2B03F001FE1A3E2E4F0DE9138199E89D3B822B2C30EF19D8190641B0CE5DAC3931C5DDB791CEB182C69F4ADDCAA6F28CBDE1A93B23BA9B73936206F5E6F75927BB13797F824AE7CFE96CAC84A8FC8C30D2A1DE6A7E5590BF27D5456CC6042914B458CCA4DDD2F670C3C1FA2ABF445743D868D08610F27F50E13964BE4FFF52C6105DD4B035CFF6D5DE85959516B7CE7C3FAFA879DCBDABDBDDB9751951FD67388038E1FE507DAF694BC955F70AE54D07622A7649FA5968ED98AEEB4C8471932614D40173FD7DBCE1ED9B0216B21A64D073B8DB26764C7E5D4285B06E64DF50A33FD198B46F42391F31DEAD7DD5C57D08A51160604E3F9D505DF5E1DB02739231646D6C3CB4659173E9109018332CAC69C1A98FE8C75A13C623EE6F2C93E7E3199ADA0DF72AB2139E8D19EBC2B4DE6385EC3CD22B4CE974B3CBA2893C1A7198D85A5812A4F783F77F0117B03C63D5D6DFD8777E29F891A87B7E00D0C84B89599507CAA4476C4B031AD745D58C4D98E4DB96F9417EF4937DA6790939BD6189B7AA8A3BDE03DC385AB926DE2A3D2BC9C83A4332CB69625BF14E1B53C64DAFCD4786FD70083A9165B8B533B17133B35F89829156581EC4BD5764ABD4E438309C80C9928555F77AF8B8FAE52DFD2D8C77CE35E62A6B0E6D3B3015E1A5C87A666E71A4187061F7393B84422AFD4DBEA0E2FF7D02C15C236C6082C406F7369689DFFE91E43FB733A096FAE67DE55F98190AE4E62763EDD8BC7EDA8A7B81C48FE0EB8845852AA0E8D2012C35FF18B2EFD6CA59CE4314969F9F3257E1197A85A9AF96172F28799CCD6A77BC9BBDEA0AFA062C8FCB97747613167D5D11C8B3BF963E79A8DDD264F36719DD4747E95B18BC994290B26359FE38F9DDAA83F6DAA7CAACC669AFE46D029C334D5EE4E3E1B3FE20D33553BB6AB96E24730E02741BBBBA3A30EED0DE0C5A46F77620BA16F926560095618A8FB74A431A4B53A7A95B8E3D7319FD4BFCE21645AE2741FC7D66B7C023EFD8FFDCA209B241B6F872E66E55A26FDD3C8764FCFF6C84F552F35AAD63E0D5FEFEEBE3EFC29A50D1F4569330134CCD1409F607F864454F45B6CA58EB1BE13A7506AD9536AFDF20E2F374BAA0D99EDCDE7BC2CD2191B189AC0A5A996665D1588F7E4694CB1A30EE0AF05C3FA13E0A7ABBA5849A349B9A9BC962956ED617D54BB98D226D64AEBE08681075A07890D6E8358EF6788F5A4C219A00825DD6201BD975B810AC874184C3655C9629592065B201458A990B75526DBC46DCEA94B3209DF8ABFC9D91C67935CB97C6BB849529D6AEF29A62929BDEC61C6A624DBADB8B48EBF3F37C1D37260C9CCA44D995F9767245979253AF15FD7953127CF9CA1B90316F353F03EC9C961FBBD6F87E4E41FF963DAC9F8482CFAE9C8F8E82902DDA1D1C8E968C8AA071D318D0460C412A501F329194D627DCEA6389B944AD5DEFA4418E8F22A18F426FC6B6F2FD364E99930179BD4966EB54DDA94F1B02C7D80DB5C56878D9D12BDAC927046D9D7999B9266B2BEF80C398FD785DBB803AC36918B08E1789481A0E90A7DAA63D654C30DBA9988D5FEFE95614A372B579FFD4C64937F607590C3022BE7408C5FADDEB2D0D5C7D62A36BA6ACB42F785B32CC39384FDD1E7F71CAFE30F70C90BE00FF0C451F0A5C3F0AFD15BA3E065C3F0AB287D14FCC930FC1BBC7168ED539247F31762FDF0C82A1B649AEAD5CFAB5CAACA9EF824E69381E204554313D343D6D264DDBC5EB728FAC921BC7BE74E3A874A3E82AC3F421F9EB48F8F186EF07780D3753C3A076F613F153C7FC90BE0D771F30BE10FD0ED51F0B261F8556446E15A647D8CB6F717F00F960EB5678C46C1AF2363021F24BBD491A3E00F067329FC0AC0E3297E017E953F43F140E427CAA47BB75E1349DCF2F0BEC033BA66447910A2E6C1206D4FD77B28FE50F5FE71D10BE1D719A317C21FE0A5A3E04B87E15F63AD51F0B261F855748AEE4FF7A342F0DB26EABD2D089D44D6D880D31CB85CC23AD18F9242D6A96CE0DD9212D6B98CE2E917ED17A3613CDFA20BC2BCC87A021D4F947AFC09023D9F835F67B817C21FE0C851F0B261F855B47358169D69FB5835DFCFD3F177D37D2512BF19A9CFBE895EB4C4D37DFE7C1CAEDF7DB7B8F8EE6EBE1ED767ACF7F55D9FC1D793608FDB834B2F94955F2CE9722D090FAF701F5E8BAC143D2476A35877643F76E8C8CAA833464AF57A0F0DEC7B0B2ED5D7BE575297B3F164EEA555070E94ACDBB672459CEFD2B9CD65852F711135A753128E56541FB7D4D1B9B4ADEC6CF6C1B539CBDA0FFB957A646E68CC7E7A02E6497357B13ECC33552DF76D94BECFC3AF63C717C21FA0D52370D1EF6AB8187D6D8346B56786E157FF311AFEF2309E474845E90070F1AF10A7448E64D20A5389C30B92271AE549D589B5DC5408B68428E099B41BFC156BAEC3E2DBD93D19512DDDE15C64A48E476B7A7A7B70D4B6F485B921F2E313AA5F2BA97CBB5A3ED9B274575ACCD19688A75E21AB2356A6A5ADF151648EE4E3EE1D2BA798CB74C34BD6D214BC3EC074415E4F064DC78EC6423A3673D10ABFF0F66446093CA5E99A4DA45B740CE4E238C92B75284B37CFC9512D9E15B1C00268406249C88D810669822DC2719436348FA434CE50F3E4AD17C2AFE3B417C21F10691A86336A38D09E17729C7F911C84B6BFA7B64542BF2437191C868B417784F6AF81CD711ED5FEC16038859F00B807C57F4F6D8B5EA6B912E9D71DFC208B4C902DD973B4C6F899CC116222883FF55E9813B0EFA90ECC6262F9BE2D5F2CAFF8A03AB226CA70BCE9AA2F0FFBD5FC76B9BCEAF397B25A7CDDD7152E5DE7E5B64EB49ABF9B8F2DFEFA75EDE39777FEABD979D1F4F8FEEB51352E17F8A7FC1BE77B0751F3EED4AE8CC433CB734E64A61ECD199A23674CE5B44090D3C568985669748E856A9ABFF742F8759CFF42F803D43702A7F80B05FCC9A3F133C3F0AB1A425ED98F7CB92ACE879ED7992844C578D46EEAE89D55AE6A201ADF700C0E76740C0A72545F99970F1F561D0D7674080A72700C66FE087272080E76700A227D460CDEE0CAB975C37D7E8785B1D0F8998EBD4C3DD7732F845FC7192F843F20BBE1C370460D174EBD12388D1B69FB4A351E3F349CB33DBB06A5FBB7D6A0747AFFC71A94EA1549C9FF58841A1E0FA31E0F8CF381B0560F779255744DDA1422F8A1DD0253624B84CD35B22639126DB006EFF0FD478E60DB77F014FE5EDB9DCACA3B6D788AEFC84EDF1B38E48BAF70C8D9EE5618490FAFDAD03D6AEF4F9001C9762E971B92990C76D1705CE54C7D50ACDA07C582AF6191FDE08FDC67E01388AF24FB1A1253474C0B39103CB2FF27644F437B1DFA9CADE780BF92F55E387059C915F9CD482F72ABBC505878A1D27D59AA4D40E0D5C253FCF73B7660FD53CBAEB017376EE43F7FE925E6D8AEA92EE6ABF9276F9FE3FF6A327336DBE1EB37B4DF1124AC9923C6864323E74A38348086CF95C0338D51CF34D09F23CF76B3DBF1BBEA333C5205BB7BF1B59785333CE48C04BB9D75A031CBF774DEDFE3424A8F11F8250ABF34041FFC55EC8F31279CA9B046B39860FA7C16F732E5673930D76FE85C3AD9B3B404B69583CB3DC6DD7C3A83B8DE3AEE26E29E693796C494436DA54AAC906353481AB07CF8BDB3CC079B554AC641A5DCCC7CA046F2F4E166014A3E3643DF4367BF21CE33A0EB66C35A6B3A5A9B67CFF1F69E33C7CB8B9FA6AE88E4F432477D0B57B25F8ADA988B9C1BD9974C274BD518FFCE17E08DD7F832BCB60DDFC6B7F9A9FC5468A73E033C44778657DD12DD686DA574579F4B1DA27B77CBFB170062C5DF8167EA339EF43B01C36185A3422EC41AE6DBCB1CA74F7784FC2835AEA0824F5C3AC9D2D2F8E1EC282E286C7138C51D0AE33B2E8CAF9C8E2F14AFE5CBAEE18D7CC1C8F0A05D007C9C61673C7376F4CC9E316FEF63670CDC64F66FDE5D43658B07EEB246828C90FD1CBE909E7E531F6303BE827762AE009E316407A39CF0C89C853C11D081F188C39E4B17BE8FAFA9D8AD352B18DBF3FC5EADA69A7DF398E0819BF4FC2ABCDBC62A490E4BF72D9E3B7B4C726440958DC72BE705CCB273DBBEABB872CB94D8E86CEC9D8BADE72EB29D65EF3027AF66558265584572A9E66A24EC67FF9B390738670CEDC1FDBD73C77843C4AA10D13E49D86CE750DFA0C84847AFB973A62FE6B671E10D818B8AE7FBB946451C1D332B7A9ED194B9B6F65EB50BEC6728ADCC5DE2EDDDD21DBD13753435338397ACA2FDABF71F28DF59851447BFFD7E8B9AB9F4F936F07121603726D339D3037F8241351F7DD08FA4DADBF03F23F29DFC6B4317D5789EA9EC6F6CFCB0D4B97D157F9639BE86318A6DAEF20A2E72F1AA895C75B9A0E0CDD2B0CE0B2DFC01ED83B48F1A7A5EEA21B15DCFEF438E84A8FF7158487DBE84A96ABFDF283A2F5EB46E51E2C6C8B06D05CB974737FABB578405362E625FE5567DBA72DDFBB98D4549AB7D563D94A59D2CF3C974742F0B0AABF23EB0A028C83FDFC531C3AFF4645AE199ECDA1366DAE352B724569E2F0039A980799FA66705C6D1135464A7474E4E8B1139A9605A8A837823B608C2F1D378D6764EE3E7015EFB20FF0F9CE0C7CD0051C3A81EE6E405EF5BBD604EE46B0D52F0032C5D79534F2372E547D5A2D7C4C13501B1EB432337267AB5CE38B9981DAF6A5368D8B604651CABF759714F9679AAC8236B5EE4A6C4E48EE81966FACCFD837C90D51CFFD5677237DC5B81D47BEF5C35D0D24CF82E9195B09CF8EC3EAE629888A37CA4B07FC434259CED8C0FD870A5AEE6DD5ABDB3462D254507166B4F2D5C1B547FB3AEFA7E476C5B64586BAC67E9E239E16D32CFDD58EFDA253CE7465EDAC9D2948626D529D79859B55FB6AD7BB0FA60ECD684B8CD8B9509E5EE8BB726A8F7752D857DDD62F5F2CC65668B8A632FAA724493B50FBEF2E44B1AC390F12FA7F2360B2D1875D654F9CC29F021E63FEFE2A5CFBBFCE55BBF5D11B82A22AFBEEC5AE3CA6BE52BB2C35605AFFC76CB92B690C8F6F8C4F6C8E0F6B4904A1FCFAAB0F02A4FAF6A59CE9BCB13F7E48ED3303E5B56742A13A85D76D658635CEE9EC4E56FE61C702F0D89A8F3F3AB8B08297567CE2D280A08C87771C90F08285A304CF7EF46E8AED66487D17B1D06260C8D4CC4ACDD284D22E38CAB0372BF69D05256B43F06C8BD26B8FE565DED83CEF8D73AE2035AAFE47B962DB68BD8101FBB2132AC4596D65BBE645513DFEB1233A7EECB0DEBBE59CD62AF9DFC2FD7DEE5AFDDC863CE3924947B446D4E88D91A0F0C18D927E012898E93B3293B7BB9C4A77BC93EAC488E4BC5742733629467F9B7C2DF5F61EFEF4FFC899D97971DF123742F23027068D34C557F388BDC711AFBB7E7599806FB02D2F0EC8ED0AE9808D2678688611E815DD1202BDB4AA9422A3787E4FC951F8EFC78AA55C48CC15AFCEF638E937D5B91293B55F4BBE0E9682C223117B4827E9D0914A3D9D26781523AC188A9654342AD3D9C9546461344556C84C8D4C8D4C86E526CD904D30956D3138B04FB3E4D2C629C244FD411F07F7E77406DB365FA788E5FB98F4FB99FF069EFE7ABB4F7F3138B3C8BBCBC972D5CB8CCDBABC8B3D6CF1E6050609C76CCCBAC23EB407D2008AF1D2B625EDEB64DB091E2C17E6E8B98EEED46C3249B1B389D06DB58D1CD58321EEE00E3247EF9EF8CC7B7C2C7A7C257188FD2CF8F8C873BE059E4EDBDCCD37399B7378CC75F188F3FF4190EF17819B76EA8CFB772D8B3D93363B9C4D817C4492FAF5D3C7CD6999CC1F790ADAEB7491A37FF77C4D2CC01DD2F5BDDA6BEEE7862A0CA951DD6F89C6A2383843F784FF8FEAEBCE489C1BFB3E0397AEEEF07911BF6E5481617847673ED288B7B80F24557510597814C181B749E6B4195DC592C9384A26E760F5AC81D4269A200744F1489D2D87E74933D801AE0FE1ABB0615B21B5126B319E28E136827D78FF22136DBCD58A2ED4C015AC2DE45C1F06EA838070588DF4301121D94C61980BC35227BC64DE89F3D8BFA45BAC84C64864A249FA187226B94C564A07EE60774074A32C7A022E8EB22E0AD677B200221F8EF235BD16CD40AE52B286F41D9026539949350B6423903A583D469FB6C540F387AA0DC87F2138C215C7216740AC6219A8F7A45B7A1FE2EEAE5AE43791DEEFF84FBC7A897B182FB8D30F764B836A15E8933EA154BA098C07363F515DA90B18BA6A154D16F50079C92FB80B714CD15E5C3550355C23CEE9331C3B58ABD84C2C9E902A0D916AE16C5720F816E84070FA11C86B9FF8164DC23A8BF8176E25F5035FE65F0219746EB3B25904B7167A15CA5ED7792775816AE73512EB313DE8377B83AE4206E41647FC29DD4B91C54CB2E05BA1DC262B856C1FCBBE8BC9F2B925FE10A74A034185580065A840E8CD5603F942BA2AF906C8806CF17C0DD4FAF840EA30BA1833EC8C8CF8093CCF90545120DD7768106A30BCCFF5F64EE707D0DCA0990A7AC611A3C5748FF708DA074185D081D1E0A570D4D5429819C8C8E6911B2E74021888630FA208B4D42117F8F76432686C4E751B9F86D923760192BA5AB35105C92B540B41DEE4399892800AFE10B595314C7FC0BE47D2C6DB385FB0A6DE3FE856A44D341A7CEA17AEE0FA0EB6A94CAFD0A57A893F940BB4AC25BB892551AB26C3B0DF86307398D98D4B9F7513819935A674D5022DA8BFEC016D8099FC0AF31164C3E53C9B4300F999FD929EC7C368B3DCC9E641F711A9C1E3781B3E59221DFACE5DAB8BDDC43EE31F758345E642CF2106D12FD295E2CCE10378B0F8B6F8A1F891F4B90445F6225899794496A254D9256C916C94E4997A44772467241F291E4916440435F2356E38B31DC188F31D5630E8FB930E6B6A6BEA6ADE67CCD58CD66CD0ECD7B5A3A5ADE5AB95A27B5EE6BCFD076D54ED35EA5FD8EF6C05893B1BE6363C7668FAD1EDB3176FFD8A363791D679D129D133A3F8ED31B973CAE695CFBB89DE32E8CFB68BCF678BBF119E3F78EFF623CAFEBA69BA6BB56B75BF7A19EA19EAF5EB2DE5EBD137A8FA553A433A44E524F69A8345EDA206D956E9376494F4AFBA457A4B7A4F7A53F4B9FC8C4323D99896C9ACC41E6218B9565C88A64B5B2B5B22DB2BDB26B724DB9BEDC4C6E2B77967BCBC3E597E537E5F7E43FCAFFD4E7F4C7EB1BEB4FD5B7D76FD06FD5DFA6DFA57F52BF4FFF8AFE9F069CC178036383A906F6066E06D506CD06E70DAE1ADC3634319C61E86CE86B1869986C5808FF5619F618DE347C64F88711676461E4641468146F5469B4DFE86BA3DF26584D289CD036E1EA44C3893326364FBC35F1FEC43F8DC71B5B18071A571837196F323E6F7CCDF82EB5EF3FA055E0A50B21D2C2CF5868E15E1B6D01BB8EB931506FA3369ED431D2843BA1CE201D88FA853A8BE24132853A8726604E5D1721076CA2AE8B011E29D43146DA385F5D774286B8525D9F8B3470BBBAEE066DD4F8B13BD2C45D6821FD3584E5A8082DA5BF935082A6203BFAFB0C0E508B04483A5CFD503E3C49875653206B2C8277B2E16E096DED8E4AE19A0530F28B0A53D0548AA504B016236788246701DEA5B4452944A2B6F05601CA0328699D0765163C1DC26E33AAA770F8CC847772510ADCD9C39BB3E9B8E6A9F1CD8411927FF6C81170CE06DCA9F08CFC2A44109479A330CD7C0ED7F3F7A367F7EC93280A2D86FE0AA0CD94BF398AFFDE7334DC0DD13904285402774BE0492EE08E807A253C9F03B8C8133F28E40969114E699642BE294A220BF2C7EF27BF11F29F7FFF0FD1075BC20A656E6473747265616D0A656E646F626A0A31302030206F626A0A3C3C0A2F417363656E74203936382E3735202F436170486569676874203732372E35333931202F44657363656E74202D3234312E32313039202F466C6167732034202F466F6E7442426F78205B202D3733382E37363935202D3332322E3236353620323538332E30303820313130372E3931205D202F466F6E7446696C6532203920302052200A20202F466F6E744E616D65202F4141414141412B496E7465722D526567756C6172202F4974616C6963416E676C652030202F4D697373696E675769647468203635362E3235202F5374656D56203837202F54797065202F466F6E7444657363726970746F720A3E3E0A656E646F626A0A31312030206F626A0A3C3C0A2F42617365466F6E74202F4141414141412B496E7465722D526567756C6172202F4669727374436861722030202F466F6E7444657363726970746F7220313020302052202F4C6173744368617220323033202F4E616D65202F46312B30202F53756274797065202F5472756554797065200A20202F546F556E69636F6465203820302052202F54797065202F466F6E74202F576964746873205B203538352E39333735203238372E35393737203537312E32383931203631302E38333938203732342E36303934203534392E38303437203237302E30313935203536382E33353934203539302E38323033203931342E30363235200A20203435332E36313333203538322E35313935203636312E36323131203636362E30313536203437372E35333931203435352E35363634203636312E36323131203434312E38393435203434352E38303038203332322E37353339200A20203538352E39333735203630322E35333931203238382E30383539203236382E30363634203330342E31393932203438322E34323139203538322E35313935203830322E32343631203834372E313638203838312E38333539200A20203531312E32333035203638392E39343134203238312E3235203238372E35393737203436352E38323033203633332E33303038203634312E36303136203938312E39333336203634342E303433203239392E38303437200A20203336342E37343631203336342E37343631203530302E39373636203636312E36323131203238382E30383539203435392E39363039203238382E30383539203336302E33353136203634382E34333735203634382E34333735200A20203634382E34333735203634382E34333735203634382E34333735203634382E34333735203634382E34333735203634382E34333735203634382E34333735203634382E34333735203238382E30383539203330312E37353738200A20203636312E36323131203636312E36323131203636312E36323131203531312E32333035203936352E38323033203638392E39343134203635342E32393639203733302E34363838203732312E36373937203630312E30373432200A20203539302E333332203734362E30393338203734332E31363431203236382E35353437203537302E38303038203637312E383735203536352E34323937203930332E33323033203735332E343138203736342E36343834200A20203633382E36373139203736342E36343834203634332E35353437203634312E36303136203634352E35303738203734342E31343036203638392E39343134203938352E33353136203638322E31323839203637382E37313039200A20203632382E39303632203336342E37343631203336302E33353136203336342E37343631203437312E31393134203435362E30353437203332322E37353339203536312E35323334203631322E33303437203537312E32383931200A20203631322E33303437203538332E30303738203337302E31313732203631332E32383132203539312E33303836203234322E31383735203234322E31383735203534382E38323831203234322E31383735203837352E39373636200A20203539302E38323033203539392E36303934203631322E33303437203631322E33303437203337362E34363438203532372E383332203332372E31343834203539312E33303836203536322E30313137203831382E33353934200A20203534352E38393834203536322E30313137203535322E32343631203432362E32363935203333322E35313935203432362E32363935203636312E36323131203635362E3235203638392E39343134203638392E39343134200A20203638392E39343134203638392E39343134203638392E39343134203939332E36353233203733302E34363838203630312E30373432203630312E30373432203630312E30373432203630312E30373432203236382E35353437200A20203236382E35353437203236382E35353437203236382E35353437203733342E38363333203735332E343138203736342E36343834203736342E36343834203736342E36343834203736342E36343834203736342E36343834200A20203636312E36323131203736342E36343834203734342E31343036203734342E31343036203734342E31343036203734342E31343036203637382E37313039203633352E37343232203631362E32313039203536312E35323334200A20203536312E35323334203536312E35323334203536312E35323334203536312E35323334203536312E35323334203931372E34383035203537312E32383931203538332E30303738203538332E30303738203538332E30303738200A20203538332E30303738203234322E31383735203234322E31383735203234322E31383735203234322E31383735203538322E35313935203539302E38323033203539392E36303934203539392E36303934203539392E36303934200A20203539392E36303934203539392E36303934203636312E36323131203539392E36303934203539312E33303836203539312E33303836203539312E33303836203539312E33303836203536322E30313137203631322E33303437200A20203536322E3031313720313030342E383833203939392E35313137203637382E37313039203636362E35303339203530302031303030203236302E37343232203434302E34323937203434302E34323937200A20203836342E32353738203138312E36343036203834332E3735203834342E32333833205D0A3E3E0A656E646F626A0A31322030206F626A0A3C3C0A2F46696C746572205B202F466C6174654465636F6465205D202F4C656E67746820313032390A3E3E0A73747265616D0A789C6DD6DB6AE3661440E1FB3C852F5B4A49F41F250801FD3A402E7AA0D317C838CA3430718293B998B76F96D63085B6069B2524E16F1B6CEFCBE976BE3D3DBE1D2E7F3F3F1F3F6C6F8787C7D3FD797B7DFE723E6E878FDBA7C7D345170EF78FC7B76F47FBEBF1E9EEE5E2F2FDE60F5F5FDFB6A7DBD3C3F3C5F5F5E1F28FF793AF6FE7AF871FC6FDF1D3EDE96D3BFFDC9E3FDFFF7871F9DBF97E3B3F9E3EFDFFD90F5F5E5E3E6F4FDBE9ED7075717373B8DF1EDEDFE297BB975FEF9EB6C3E57F6EF9E7823FBFBE6C87B01F772A8FCFF7DBEBCBDD713BDF9D3E6D17D757573787EBA9DD5C6CA7FB7F9D0B57C97B3E3E1CFFBA3B7FBBF6EAFD71F3DEDDDE6347073BD0D18E74B2139DED4C17BBD0D5AE746FF7F4600FF4688F74B31B3DD9133DDB0BBDD82BBDEEDD3077FA1BE64E7FC3DCE96F983BFD0D73A7BF61EEF437CC9DFE86B9D3DF3077FA1BE64E7FC3DCE96F983BFD0D73A7BFCDB4FE86BFD3DFF077FA27FC417FD85B7F6096A03F304BD01F9825E80FCC12F4076609FA03B304FD815982FEC02C417F6096A03F304BD01F9825E80FCC12F4076609FA03B304FD8159A2FE883FEA8FF8A3FE883FEA8FF8A3FE883FEA8FF8A3FE883FEA8FF8A3FE883FEA8FF8A3FE883FEA8FF8A3FE883FEA8FF8A3FE883FEA8FF893FE843FE94FF893FE843FE94FF893FE843FE94FF893FE843FE94FF893FE843FE94FF893FE843FE94FF893FE843FE94FF893FE843FE94FF8B3FE8C3FEBCFF8B3FE8C3FEBCFF8B3FE8C3FEBCFF8B3FE8C3FEBCFF8B3FE8C3FEBCFF8B3FE8C3FEBCFF8B3FE8C3FEBCFF8B3FE8C3FEBCFF88BFE82BFE82FF88BFE82BFE82FF88BFE82BFE82FF88BFE82BFE82FF88BFE82BFE82FF88BFE82BFE82FF88BFE82BFE82FF88BFE82BFE82FF8ABFE8ABFEAAFF8ABFE8ABFEAAFF8ABFE8ABFEAAFF8ABFE8ABFEAAFF8ABFE8ABFEAAFF8ABFE8ABFEAAFF8ABFE8ABFEAAFF8ABFE8ABFEAAFF87BFD13E65EFF84B9D73F61EEF54F987BFD13E65EFF84B9D73F61EEF54F987BFD13E65EFF84B9D7CFBFD475AF7FC2DCEB9F30F7FA27CCBDFE6937EB9FF9CC07FD33FE41FF8C7FD03FE31FF4CFF807FD33FE41FF8C7FD03FE31FF4CFF807FD33FE41FF8C7FD03FE31FF4CFF807FD33FE41FF8C7FD03FE31FF42FF847FD0BFE51FF827FD4BFE01FF52FF847FD0BFE51FF827FD4BFE01FF52FF847FD0BFE51FF827FD4BFE01FF52FF847FD0BFE51FF827FD4BFE01FF5AFF89BFE157FD3BFE26FFA57FC4DFF8ABFE95FF137FD2BFEA67FC5DFF4AFF89BFE157FD3BFE26FFA57FC4DFF8ABFE95FF137FD2BFEA67FC5DF767FB7FF364E5736CE69F777FB776DC21FDC43A6B877B75F936C6699B28D6D2AF67E7DB5314CFDDEFBFFF234D81826FCA1747C8653B3C3BEB17DDBCCD8DDD83BBFEF84C72FE7F3FBBAB82FA7FB22C80AF878DABEEFAF2FCF2FDCC5F36F2D545B540A656E6473747265616D0A656E646F626A0A31332030206F626A0A3C3C0A2F46696C746572205B202F466C6174654465636F6465205D202F4C656E677468203132323132202F4C656E677468312031373830340A3E3E0A73747265616D0A789C957C07401447F7F8CCEEDE1DA002C71D7720B6F310900EC7712088F45EA417F1E808827401150515458528F6A8B161EC25B19710137B8A8AB14493A89F5163D418A326312ADCF27FBB7BC0E9E7EFFBBEBFC9B0B36F67DFBEF7E6D5990184114206A8019168584CBC93ABD9DA242380EC8296993329AB6CA4CAD60121DC1FDA9E09C553F28F0EBBFF3342443B42A3D20BF2B2725D73D3362234DA0CC6BB17004032CC6422DC8F857BCB824955B58EBBD312E1BE0A21725771694E966A7F881821BF6180EFC6A4ACDA32CC472F11F27F05E38795644DCAF39E9E0EDD00C0472494955656D15FA2E308051533CF11C5AB862FF310E229A80B0059CD5D890BE838B11EAE884722E642DD41443781367623EDBFB8F8A878F42542DDDD822F691384F46E11CB8082F5CC334ACDBBCC62071E1146987DA13FE2E336B6771E2004488782EFF29100E9217D90573F183100192223648C84C804899018992209922233648E06220B34080D4643D050C02B43C3911C59A211C80A59231B3412D9223B648F1C90237242CEC805B9220572434AE48E54C80379A251C80B79A3D1C8078D41BEC80FF9A30014888250300A41A1280C85A3081489A250348A4163512C8A43F1280125A224948C52502A4A43E3503A1A8FD4280365A22C948D72502ECA43F968022A408568222A42C568122A41A5A80C95A30A5489AAD064548D6A502D9A82A6A269A80E4D4733503D48A001CD44B3D06CD488E6A0B9A809CD43F3D102D48C5AD00768215A845AD162B4042D45CBD072B402AD441FA25568355A833E426BD13AB41E6D401B511BDA843E469BD116B4156D43DBD10EB413746C37DA833E419FA2BD681FDA8F0EA083E8103A8C8EA0A3E818FA0CB5A3CF61EEBF80793B814EA253E8343A83CEA273E82BF435FA067DCBCEF4767A31D18FAA86F901AD8D17C944E4702BA59BBBC255622AE61F9560A9A42D3A27273A263B9B5E4CBEE9E2534BD491116A7544A41AB1EFC7C2FC4F80F927615650965021B41E6E4528DD4C00C31042CA7324E5C3F97C53B144A270F521543C439250D6786CFF7BCE9CBFB7E76C9B95604C3FD2B7720FB11B3B49A59A34D62ED4C34A0F4B8D13666DE75D7EE3B86D312677EDC1E462B7CC05496EF6412E039356E7E5AE4AB150843A28529B73DDE0AB40067586F710F4C51A7402D5285DDDAD492B77860189946765C57C5E2A92189202A5CCD55DA994015B720C17757C2A3558BFEEC1B2FA0B73C4F4AF86B989E1197684880C9FDC50684E9A0F1E88A51F6FE8BA457A7638C5441171EBEE4DCB3A30CD3E3DDBB3385C733E2A53614A76D016833C3C56AE23E69D3C09B2E0A3A6EE87BC15D433D065394B8D1368250A1AEE08F2F02158791892D6AEEEEE4A378E2E462CD85A2525A1F1B457B25FFDEDAD19195B6FD74FBFBD2D13E3CC6DB7A7579FA8AC3C515D73B2A2E224E132FFFCC285E7E77FD7396DC1C596968B0B2E893376FE3267CEFD1D19193BEECF99F3CBCE8CF6C95F4D9B7EAEAAEADCF4695F4D269E7CD0B1B073EEC5E66F172EFCB699B87D716107336F3CB02C4455B1F326005B34029A911F16E81332AC12CA843C539912332D057B5CA2D5F817ACC4DE74DA00FA0A91D455442EEF2AE25DD6F45F432ED208893FBACA2F743D238D857BF7D277F6EE059DB8463FC43F6B71A37899508601E535DC9FFE8B6DEB34E1FCC79A28623FA33F6AFA0AE508F3E7037688FC865B5959AB185D6165643D82111DCCA5CA4AAB9352012B39467052DE1002E6922F10705752E2EEAE728797ACAD00C8870184CF8C63E5228D515A7254B295BF1DFD3A74A2A74F6908317EDCBD2F8F7E277B238A8C89881D19E288F921F9AA3125C13830465E72CAC8CCDF8DA4A41E2E4FCDFD5C7994C5687BFA4AFCAA42C79058DFD1369EB646C583C7D5F807E7AA48D592DC2D5FECDDE0101E11E06D37DA5658649156EE1B94EF4551B2CC528FA28DC9C4F97E262A47D9687793BC7E429593A59F121C2778506C40BD229FF32D283EF84670EB685BF723FE36DE23F0750AF04FC8CF4DABBEF23E350189A81486841C0484875B721666A970A52426A662824F59837129DD1CE1B921086308419894B657E46E9FD4FF6AFF7C5FCF4C4FF8DF37A3FF957E1337E756B497E215EBE9C7576B6AAE62C9FAF558C2F4E8C7EB4BBE5C1A17B7F4CB12ED95785879AC2C65798667A847C6284FE6A25E9954FA99A6E29DD75854BFEBBCC85E59DFE0417C4046F39E8235B87273CB4CA60A2885C905C604D69C55980AE54A399FCF5A86D29010B01CE3ECA4A6A88CD5A9311976E141C1498637A4C5EBB2839B8A7DFFA53774A6E5A8641743FFF04141B131C4071E65F1E9C50A81DE80410329570F771B5968A14A165414AEF966B257F8269B20FB147DC37E94BE9B93A34B7737F8F6568AA67C292BC4C43F01BA80AFB151EB3A1E4C6592864C6CF413CA94322199A3A922E7E3C1183FA38DD83087B2701AF584F7406BDFA3199EFA6CDB546C48BC6BDC2A6B8514D41FE692D150B95CC929B65C2E24B6D45ED99096B6E14AED14EE3AA5E65465D5C99AEA535555A76E55B6D6D18E58E09AA05026B91D5C39C4C161701A4E1B07A3E1AD713DD75530BEE66415F7D6E657AF08B391D19E9EB123C7D9DAD95AD251ACAEA10D3C3BE21EEF11E8DA45764E2A49537214EF2658FCD0BE39516829B466B448C737DDC869CBCC6CCBCEDE9899B931DB2E68E4C8605BDB60F8499A66B465B1CF72B2DA32BEC623836C99A741CC53D0E7A3C8933A40D56B7D0BF8649929E37179101D8E929D5D3CB253D3487B3E7F4EA43F7EDC4D3CD24841FE59641D19C63F09511FC52B314B0763E8726D2802B51098CA4C2B70AEADFBC0B15EA3C36E9F59B7FB8CC87BCA8458BC94ACDB8CD110C791664E4A2787E98B5ACAE561B16A9587DE61C09B4956900580D741EB5D143DDEA56F364013E57D42109872B2C0FFCADB53849FE2381FDF98D8C0A222AF88202FEF187C27674B7EE1FAD49294DACABCBD64857F75D4705B676B1BC51C576B2BBB91B2A80A3FBFD210FF14815EFF8C88F0F231EC1C6CA79E10E17C39CC4107AB6B0DB49AEAA2D490CFA078F08C9C79BB2BD9AE42610A46AE542AC48CB5837A29840DD84E95E5EDA376C7B6360EF633962C72758D49B7B3578F55B8D06A3ED214454D7055E44711CBBB6EDB5AFFB6B439AF7469825C9EB0B4B4EB272E46C780F206823FEE0FB916F29309E53DD32E23614A28255D90B4E96E65E5DD4DF8E9FD3FA9871ADFA9D79AE65E99F6C69109C20CFD849420C912BE00221A226C599E9ED06A6202B2079E2EB13C9592758427FF08E3F1FD8472A15CA054119E8F0CAE5FE21FE93A4D4C9971A68EA3C51F7CC20EF009EFD7BF7783E3CBB9A7274E3C3D77EEA9A2A25373FD92EDED52FCFC52ECED53880F269D9C39EB5471F1A959334F4E3AE25B1E1A5AE6E75B16165AEE0BB445808DFFC1DAF877AC8D7FC7D838C021C2F067F32E53D608F2556205D8F015228F1D71955C8A50EF9893EF1D738D126BC744C0AD05EF2718F37DEF982E0E0F6587383EB3E85ACA8E2A87DC95D13C3650F57A7277958C73E5C03BEB0E456CB62567332FE22F87A4D181E35CE25D5D1255241E4634DE98BDE8765DED8451E1967398542C3A3797586656BF24C9CA3E3F4C11656B1B37BAF57375E681190D3B46CB03D42166F816939E31691AD0EA02C1FE2BC14ABE15E4C00C85D7B125AE62F2BEEEDF897E6C8C66F23E5246EAE67D17253840D2ACCDFBF00D26EFA34D7B907232F886CC27D7839CAC201F67F0DAE003AC8F94C0F706EAE415284BA420B14A26C0DA2BB1EFEF7B7F77CDB4A6E65977E9FF75EF2FFAAE1535CF8AD1343CF9EE5DBA99E99153EFDD031A13BB55D443FE1AC0E50E79149B5B5A5A59CB86100AAD9E40ACEFD51FA9AC4F6FA4D22124B04111C5B55EFBE97F965178243F7A565CDC94C0D115711F7FFEFD624DDBE6970B08FA07BDF9155125A302268D6952B74D0D9847D35F0B725F7DB4BFE4C6BA883C57A7244F4590AB68A4E399B6A66FCACABF9E9D966D1FEDAA0A733092998616B6AA9BBE2EE172A963DD0F04F9BCC750C70C05798F815A83D3EC5ED5D6EAB636EE9932E1EDBF3CE76105C6DD131787472E2E98D81A11D95A18E0E214E4AF5050B9858B2322974C286A0D8F58CC015D5D3B4F53A8A30B91FDD256A444A72D4F83FFE1927A384D15ED3E5EAD8C56A57559EA3C4A5DA1FB682D2371D68663BB1FF39279F7A16282AC551BAD47F4B8624EB05886B53999D66405BCBEF41E9C16938FF1F944C0EA3BB521F5F178D050D7C1A101F6FE962E491EC409FAB4E6904F5544EEC1A935BBD42E29A3E94BA3C7B867FAC67E541FD1E95DE01F15775952D65E9936AFD2B35DACF01AAE081DEE63EB9235D1AFEB1AB138A4755366D1CE9C8CF55941530B1C7E7248F5F24870089D73B46CC10FEB5C5D037C19FA4127F16FACEEB11AFD6828960D21F38962CD32C4F2B79D7E449CE43B305E30DECDC44425E31310B64D4C407588ED015511581A5AA072CA8FA31FD5CF2632B6E07C1C5EBB86FE843EB06236FD0F7DB9FD0A3EC5E209003CE3B478DC4D4C946E04612D939830A99820203ECF513521144B22ABFC1B67D08F8E6327AC3773058EC4B16B6AE943F4AACD77E9D1DF71F46C205AC8EB40AF10F44524B01E3102D27F05A9920AA4026B11BE297A9A8531DD9DF554F4A5C9D38CEEEE8CA726440B1EB47EDBF4E93BD6E341F4FDF53BA64FDFB69EBECFF89BC3288E3A42257039771ED80A1371090F5A3393C27114D149E3F9CF9E81DDD6D0937127FA9912A033DD973B8D583A5AF0EFA42B7193919B1F24FDA4AB268DB8F9C71F9CCCC04F90389089E3413A1E022785E5E6864113E5848565678785E5C0D841DDC348C43763F180A290881E4677E13B7CB3D77AFC5740637AF713AA03F227D6F707F5D6895C0EFBAEEF2756B4D30D3335EDED9A867ACDE769D55E5ED56969355E5E35E28338E9F9739C7CE830BDE3F9737AC7414DF9BD9DBBEF9797DFDFBDF35E39238BBDE08836B07A00545732D9078456394F38622FF907FD0DDD6140EFC461FFFCC3E83D75E63996FE0A7269807776F11E403CBB61C2F8B70CA0F52BF6FE872EE61EBC27F518FC1D1FFD788BB92F87E79FB2F73F8999FB71707F991D7F53C3DC7F00E3D7B1CF6FF933F7A9BDCF6F7772E31FC3FD63B8FF173B9E9533650B7EDA89F5A74CA47DC0CD17614AD942ACE1E68B7962423C60E7660B12511BA965489FCD998458656A8D855B20BBF2D7D7278EE3EBFFE0B3F4BFE8BBC69686F43DFA672E2E9D410FA81DE497DADA4C9B999D217FE9B2207F21CE7476D2B2AE2E06F705C0FD1587DB0F500B9452F8497DD5C523BED0D7D7F8919DF83AED8D87E2C18696C6780896D1A3B4B946F7EF9439CC3117F75817D237AF0219932B736916142AA6BA3107CF7548F409487789533827A948FA0E31FBC759AD37A7D74EF08C94CF8198C786A26F20EE258F80B8E716C9C4BDC5EDDAB8373C283DD48C96F78628A6AE4C109CE29D436190F18337E64A26939E92890BBFD65075C8FB5210A902922D31978BB1B514C567DC83846243B6D49020DF5151CAEA01BDEACDCCE97FE3FC873FE0D43F1B1C73D696F955451BE859ACAD9EFF655EC99999D91F0CEE77D1DE714CF8B0846D5DDBF6D2CF8F8CCFF80C8B0EC6ADA81B19E3F2D1F1D6F862A5AA383AB2C843514827CC7881337EBE81B3305A30F3217DEEC8F41B6DE3E4119E11E367FCBC7CE9CFF5C1AA7CCD78678FD8ADB396FCB16B7C4E3BFD7CE71EFACFC36A334BE12533C7C1C41AFF591999D5EE81B531098D91200336F6831D0C603C4C2558A48CB422AC157C42409230EB2E58835B09037AF71F76A92EFE4EF1231F88480BC628888E661C71FA0CBD7F9EC605A7318E80444DA0CF5D804B840643BE832A7BAB1A8129577FCB47C8B8AA5D2E536AE3B35CDE44C47CFCD3A4E0295109CBC757DDDB4EB763BDB975A3CBA2E867CFFD0ABC2A8BC006737695A5CC8E37312253D7974E3E56D45990E09BA5FACE29D93B369FD14375F713DE32D0A7118CC7B06426D1925D4991BDB3B22433244993B3F4B98387F0A8D3F53FED2816D2DF1A782696F8567D9A99BDA7D27752B2673FACEC9FF3F15DF1019CF4E24F9C7C2064DE99E9A33302E455B7D66DBC59260FC8F49E707C4512C80D78E51502AFA6C81CF217A680D3CE3BD3A5186F45311E855842D7E3CAD653D9392716D18D78E11D1CB0670F7D8C0EA03BB020FFFBAD5BAEE563C17E7AFFC347F4BEFD8C5CD96552E089916509DCF463E5682AD3B626F2174D2451AF99491CE25DD6D01FBEA6E76B7AC78F83F1FABAE39BC8AB9AF14496663D3336F3B5E634879B91D73A9097F57F9217B02395314B6104455A7C479FD97B048436E387ED45C6F437C69EB1053E959F66677D5A5BBC3ADE97AE238AB7D0B7C54771F26F2FC0E986CD3D5CA24CF41E5A7973DDBA5B55D1ADD9FA0F8F9DA67F5DA9A59357D9CB57EF7F4DD885988F5DE98B9A1AA0750B91061A364D33A75716F80817B3A1EE16E22374875654180582CFB4E2E223F0C2AEDDB1C51B53285184EA21FD3776294C4D2DC08EF42BF19F3F27A7179594145392CE3FEEFE89B43ACB5BC8CACD18316BE642D013B0026B66F248A9508655181738A64C0CC493F0644DB3B966257681E465121D7C82C8C6B15812DFF2413CDEA5B1D1EFD2F02ED38574E372CDF7C486FB5D757DF3E805F8795A7E4D194EA1C0E8B4EB9D37FE5378EEC03E170D21A5721F52256264E206A4280C4901A4298EA4B502D25510D3D51746D636F27E5EFDE436D6464FF1F7F4058AA2B048E4E8646BF40FDDDD6964EBE42C31C3148F043926387FF8E996D1DE9B3F5DED4CEC02897EE1BC64FBCEC8F8BD5B9A1D347EC4170EF3B7EC4D0CDDB173A9ABC6AF676E96002D162C2D1834420E891C433524744000C1109080AF5B8647590D15F4D3C31EF44E3AC1696CB2B735BFBF00BE67386ADE9682F8F65DDEC4B7F0B55D518B3F9D527C76A34213CFF97D46EFCEF7C5F61ECDE3ACE55DC7499A9EA1CF1C3E8CBDCE9CC5A30E1FA6CF9EADDA9D99B9BBAA724F66E69E5EFB3C406FFFF305BDE300362ABFB57EE3ADF28A5B1BD6DFACD0CA9D595F94EAFA21703BBD762A173611413B9E4EAF7FBE8B5E8083D453BCBCA6AA7FE25D9E796FE9B29FEB5FFA55444454F874DA323AA2EE6E64E91600366BA63A964A45326B6BC17FE180388C790BA6BDA6EFED886FFE0FBC402ED24A9FB95A7DF7BFF0C4F91C09CB93C5FFCD157870DCC759354E55D77A7B4F51FF44F4A797E3085CC1BB5CFBE3D2A5D7CAFF51E485474E70EFB425B668D2385D4D847CE321F0E9CACECEFF5F15B5FDFFAF8692FCEFE513666A695E7FE05B9B8D30B611419DA03DE98BD4358DA6D38EBAA6B5B5EEDF7889AC4F66E957BEB36E02543E3D4AFFB60ABB4435ABC7374761D7D5F46FA6F3FFDA449EEB8A4B6E8A8A6A4A26F774796EFA6B3EE0EA8B8B280BCB441213A9DCDD04EC12135E9A9738FEA95D8A8BBF73C2C80738962640F35DE6D1474F9EC641F3880EA65062DFD71B04EF8FE0DE676C09CC59A4D3D389B4F8045D86A3769BCA871BBB9B585A490FE1D107A556234C3C84B211E2DD389A2EA53F3E3BCC6150E4506BF919F89A3CFDBB2B595957BE4B276EE9F6C1E6DED4E3911FADA26F3669F89C4C14C0C741A0632813DD4DB14CAAFDBE4A8695400163D78640818298A0F91A676F72F47219123BC4D5DB710B4ED35C2152E9151D2315232D9C07DABAD97E4F163D2463DE8494177A78145484BCE93A79B3AB157B8C498971718E491D437FA5E59BB70DBEC754F542467012109C3BC3AE9048D5DCC0795DD6DEC302868E1AF117CED5FC4C38936DB473F082CCAC0541F852975A7389C15106B67B476BBB4ACCE4559C929B624825AC993529D34A22DD636EA034F7EB5CDA9C9AA4F9C4AB39445AF85D01FEFE309918BD362A479FD41CE93A16B72996E931380F413DB60EEA3101BB9E662A172A4C0FE187E7CED18F0481F7DF34DE476FD726416045B88B1E86297CE70EFFD56B3DE6793EE088D1E2803450AE9409F3CF9DC38FE847F77975F75FB5333E2E087CF506DE275C5DE1A7309563A8D2E550B2E11B6E6EF424ACF81B2B7EBD30E0024F31968E20666AEAF165DA91D90FED36273BD88884B298FAAAA3CBE557A6E6D8483D21FCD975C1EBAC0F0D041B1D4115831FF2ECA9C06136B9F5722E7F1ED1B3622E53CA0D0915B7624E32B934B35A7664E2F6ACA09A95F159352A9B68CF5149EE03E8DF07CF3D57376E47530C7DDFC022AD9E0829F21EE0EEEF6BAE4A70B48F90442C2F1D3F23D246CF4038C292E7EC2F978FB274CC9A176A97D69AAF315AE316E378C523D36B8A81717F0352CFD2CBD1CE6B084B6703E4F847610E25C88AA3D35ACE1AAE82CDEEDF5FCDBD183723C6D490FE01DBEB9B46CDC8A8BB38ADF6E2ADE822956A624C54B18767B1C8679C0324499A4BF66ADF866EF4C531BA7BCEF3A40FB3B35724C52FCFCF5B99C0AD4F5013403E2374ABC7FF6397B1EA7FD86394FCD7FD4502BEF93BD5ACC36B4FCD0AD502133C7BA7419757F3991DB57517EB3266448B0CB03DFD83913866068E2CF6501547C514B9AB8A4473303EF605460DBE6A7BC2F98DE37E87713ECF1356E6E52F8F4F5A919DFD619296D71A5617DEE2D514F44726E8F958EF7A22CF9020A6EC7C35A7F1C5A692E3ADB15D89A4598BB2303A6A9287DFE46865D268636C6C31F76B490B26F6EEC6D492E00FAEB626B4BB26CF0C099D163327ABD17F88979D22BD99A919204F222D583B1173AB0122A1B63AD26EBD0989A71AAB33191F17844CB670172986047A52EA5F7EE96CA30ED4AC8B91EADDE519F8797526717BC37430B5909D2FA576F57D041B75948CD4740A2FA6F2627C38FFDFA26C59F3A559E69830F4CA0EAD9C2D15474E1B37E3E2B4E91D75EA8618F1006CDDFCD7AAA8220F8F2210AB4A554C0787D4C5840EF5B22A2CBDE890A0AC7E71F473BA614C867D7BE7CE955FE7107B2217E5E62C8B4B5C9699BD289A5B87075F348D9D5B36F79409E5DA752D26416389C0BBE8ABD8CACC7EFFC2AADD19F4D5A28C31392AA2493305147572CBAABCCF676B3C89A505D5AA02764DB402907EC6B7841AFE0EBB1FFCF33376ADB4FB22ADD6C2EFF6C141C2CCF7D7C0F7F9C80019323428C033C9319B94416ADAEA804BF0387A70086D89EDF142FAD3AFF1431C820BF11E4D87E60ABB62FAF81A93DD6979C1BB74F26820BC378F8667FC0B5429B343CFE4A172D64CA5726D2DDECBAC6EAF014B8C2403F3E6454C5926979B97AF499CB0713C7D75428447BC037D3B2B4A99E842A9E9C71366F9ACDA50D41C90B67DAAC690389A91EE92E2A5194B9C88CB721E1FA049EF9531E8408F8C45EF97B105CF8411F2AE4C1D21C3171EBD236482B58B9580EF7F5B43AADAF672CE9C97DB385F30B6D8DDBD78ECD82277F7A25ECB5F4C6BF6ECA2358B9FA4AEC9CA599D92B23A276B4D2AEBE368357594A5DB8A8B2A3ACE8D5B3B108ADEF95A03B636ECF56D33197FA7FF58C7C3317B35ED3ADE0D1C9E6627D1F0968F636C464D35F77C97D9AB612D45C7EB2865F8DD658866FAAA01B898717D6EC7085B6B1EEB781C5A4D248293D1F13BED5D0D6F791CED5C9183A949CC5900A6CE5470762FB4EAD589E1FD872E564B95A6E2C8E18125A329F5A982893C1EFD9740CFAB3058D3C8E28886F97106FAEDB4916144CF7EDB5B5926AF671B5F2AE5F25CC2BBE952A3084B2525E989B9216127DA36545F5ED878B2564CBF1466C585E7FAC57CDDB6AEE16749D4D202E7E8683F577B0F231BD9FAE9C56B12C2E68E73F20CF351D88D32B6912DAF2DD99CCEFA1E71F733E21B5E01D88348EBC764DCDA0E9B700CB752123B3585ABB1BD934AE8636CE79AE3B06D1FE3C7B041E7BF940A7DEA67A3FE1FAF6265D2FD02F457CDE82F1B9185B29E2522469B4905908EABF66460FB62B56FB60ABCFD2F94D0FEA021682D714E3309B4B6309C68EA6CC3D20F3E64E5035A4BED067C3DB9676F0A853FA373F198F6E10A0BDF81AEC38F612F3A87526BDA27DDAEA9B93D8908EC6C433DEFF3F7C0FBF27772579D2CB62FF3C385F421EC95653ECA6CF8401F8B7C2CCE81CB7033D5C02C3C863E4077D499580E37510AE5962675606C39A574E7BAD5985F81D7D239E574E7476B300FFA40FC277E6B3785846C5AE74BC7323440E1444D051A984A050B20EFD472C1E59DD6CC2E2BB30F608BF7623A1F07E63947D9548C8C742DC43EE008F7D1C7EB5C6246565A4738D711FB1F13CBF7266D1F1BB32369AFA6E0574DFC95C41DD1D13B12AF70BCD249D45EF8CE40B040959439DFA17A4B64AC69D4068DF0567BF2F5E874467A7683822DDC2D4F83F4460C9FB8AECCBB80AEBAAB6F6CE8E3E14D6569DA4B6ED6D6DE62843924AD3154C87EA31678190CDF60578AB192CD444D65A6B50418103953F38AB03844ECD17B714E93A3F782F1D92DF4239259FB1771E78DE295ECB60DF8065376E3C690C0CCA62DB3F8A564C335280BE3D05BA66787341E2E999562557886702C39DC18923D7DE39942AB94591A176C40D4ADC82BFBA4B12D7EC8BDBCE21F5585712E5D930627B435EE29CB5FE1125FA8FAA16802E1818DE9679C0E3CA5871106827D3DBE9E30A0EF0BF6BD2CD15F0210C86349B73EFAFCFE9D9A3E8AF95A8A79421EE9B6E16CE188945925871A4372EA34AEB35246149EDDC0107D88C8A45F3224BAC415AA7E2CCEBB3724BEADF193B2BCCEEB772714FDA02A8C775981F3CAF634B6250C262D3036C61C8DAB7025758DF46474249E3B8E25653D81B542C2DA9F35EB01A46BA9A8D6CCA0BAB176A3AC94FEF81115D3AA0EAB8F70528E700B24F0F2F9ED191E2123ACE392A133DACF561E3D8E8DB3EFEE6976E0FBB8EA3DF07B104CFBE0737AE1F7D12B1DF8A25EF879345D07FEA217FE0B9EC3FA14800B4EB0F58F885D4FED5DB903378D45CC8A2A319B67A089E2D6F0BA2C23340F0D8997CCFADCF2D7748B8667FCE619CEFEE9279607359DCEAC6BC23702D96F5CC21BBB6980B36B832C0FC1DC7E2DDAC2D2F42EBC03E7BF177E0F6DD6812FEA859FEFA61978F76FCC7A1B3B3E9CC3DF1DDE339E48D48177A07EECF816801FD081DFEB0E63E1BB01BE8CC5CFC1CFD39B583C9035F20EB1FBC241514CAEF3E02EB75FCCAE3FB17310C3CD013660C7B3EB462CFEB1DAFDE931EF857710E8BDF07BD847073EA7177E1F8B74E08B7AE1E7D187ECFEF74E14449DA5B2B4FB65906EF1ACB1941AD0B5EE1899D5B5FE18997D3488CC6CEF5A7BF42899D3CEE239C13BCF37EEC5F32B5ACFF1C5AC4BB0F42469E99772F27C07DE816FBC177E0F4B74E08B7AE1E75159AF2E6E63C7A769F15C67E99F05F3FB199BEF997367EC443C9D2523ED391ED92CEC469F6FC5B3F6BDACAF7FB98F9E8167A555AA549569F40C76F3EB0B5C7361E6AC0BD54FB067A697778EB7766DED4FDE03C677540AFFFD548CCE19A6DE557EA628689A717F55EBD34595F94B77D45E6F39B52CB77A767955B42AC6BE242BAB960A9B793467DCFEC6CACD438C0D2E7E34F348D6CB8949A9939E2893DDE24B4AD33BEF029F6CEDCB97039FD96C8E7CBD86D39BB7E10CFF1EEF81F3D1BD6ADDF1C25EF8FD085DB8452FFCFC255DF8EE5EFC0FD10DD67F019CDF09794C425F25AE9009DCDF5378B1D9A0485B989BCAB8A48CCB10DE2ADB216E917243127F55F1494EDC07FBB2C9C7A102B7E2E8A8124FBFC951CA241F2196481B2FCD2F39386B84A1FD8C4DD925C7178DED8C8F28506584874CF41EA95BD0576DCF37324E324DAA9A2789585192312FD14699343B8CA9E57266FB412D679AF761824F5914D1169AAF626B3D9B6087A040A8E571A153404F951FB4A050B3D82DD663082B0726EF84DA1AE490ABF547020ECED4A1AC9CF3B5FE68D17BE11D38E6BDF07B68A10EDC420B07F93FE46AA33B4CDDC28EBFA3F547DC9929C845993353BDB5147B6C15C683DE133B74C6DFE3C677437A44CC67F1DFD1FAA30FD91A2BB6FB2135956F09BD21C891D9CBB4C63A2718A40A48955412CAE4BDE503794C932E2136D1C7D73D6DACBC3027B8246190B1E3EE5FE60C6FC32E2F16CE7EB67E6CA997B234297E924A55C2ABA3B735E3E4D77771D3F3F5CB7F5F603DC672C2971B3DDA6CF77423FAE0D983F45F8B7F1DBB509DBC38256EE1B8714B12B43C52D3585D2DE574751AEA95D54A96C732ADCCD7BE17DE81D5EF85DF7B6BBC500B07FCE5BAF82D7AE1E75F72F5E8E7484CEDA396B067822CB8AC195BF5EDD092FCBE3EB5AFAB1F7E139A97171A9C97171C929F1F12929B4B9C7FF142138A73C382727383C272492BCC824342F27BBE7B196AB796DEEF3EE2E694CBB159FAABB5FC6E7B2FBC0317BC177E0F6DD5815B68E1C017E6F0B379243B7EAA164F22EAADF1DE5EC712FE4FEB58FA50B1FE87752CCD4E41D57F58C8D2A1C9424B13D0FABB761F05083CCCAE73CB20C3EFD98500AA7A16B820D7D0D933246557E9139FEEC5BED7F058BA7DE667F9794767E09036F241CF4EE2211C73EF171C73887E5D706DCBC7D70AE8D73A7B8B9C2E085653C5548FEEE493F2DE1C6B1B1B8FD2B4F1A814E20E8946413C3580F8C0C44D66BF44205361B6311BE63A27DCD82AAB670F4542458574B97991D1515DA7BDA8E515831326FAE5AF4A4C5C95EF57186B5119F375F9E7F4CD2D5BB0E5E7555F911D6BD7D2DFB5B511C7FF94B8C80B7FDCB9F3C7FCE1CEE2E7FE010771D2B3E738F97010E39F11FE9D427D675628D4857ACFACC0333D9D677AE855DFB3CD643E31527B4648242337A760FB23BD6784806F784E76B3F9CB6396EFC7F8FB5EF853167E86859FC16790F6DC86601C0EA4B8731BD6C889D8C53E77E2A5B0F309618C1FD673169E59321C01D35603D1773775B5D39E89C2F5D45544BD356E00935FF68C1529B1C2144365A5C0A6BDEF1D23BE5DAE5112EE1AE572E25B2D92CE07CB3928F363397CBBE79C39D4365276FDADD77A653A7D729C4F4A8A0F345AC0769293A95749DEDE8989DEDE493D57905B2A6A254752BECC5E671E6616D0F163BA142F863AB21A2F6885E4E6066D43DB70B9BFF6CC718FFC897B9ACF798F8E1F679F69CFC2F6C87F7B339674504FB08AFE9A7B577BAE9491407C6FAAA152980ADCD923924FEA9D6D6C9CD34754F2D4132AA6D3EA9A41C36516B7EC53A8D8B1E96C6D1A01740EE4E8AC61E98CC00B80441FBC982EED231333591CBE497AEB9E57C537BFD53FB295F4EE3A4D2C6B393C9DA58706AB20C770FA92851570CF9EB4D31E9983F98D841FCF008F3EB32B52C3CC959C84FA91A7540915C2481CB038F913FC3D7D4B70AC6C3DE1F0883EDF7F53D9861022B1EB34D01002EFEE218398FA96DD0B79E7CC33534303AA646CA9B4F77370F038B975D6A28F65134B46619F8558EC1A6AE3ECE6645FD5387F8255EAEC093E061FB3F28BE8FE87F81E70DA6B3DDAFF71DEB9EF1C0E97D8E1E6B8C5E3880E2AD0DE798CFFE89414675F859D4310710227B5C4A7CE0A4D0ECE521FD35764078906BBDA8CF458E231D2CAC16A5870E128BF12DF80B47EFAFD33628AE6B3DFD7EE69B0734FCA44B8F4229634F74E30462510F35683FF18CAF2AC73DE5CA67BA890E1BB8E300E1CEFE25D101054E041DF9CF364F5BA27B3FDB6AEFA99A8BE89FFF02F9AE01D90E9E65110B6F8FAE4F2B333E3DBBE6EB9DDAF93D3A19CEE2714B3A7EBA69581CE5E675FDAFA6F0792B8732C14B1B4AD733181156440457078996F405DF2820561A53EEE597E7EC5FE98FE91F8E0C5CA550FEAD7D4152F8F5C42778B4BCFCEF4887754A48FF6512BEF2952BD4725B938258CAA3F5D5276BC6AFA36B37E86EA25E3679C65CFA5E5814F1DC09E4730624F6C29A06C34654EA731BF72934794764CA3CBC92A5AC6C743B1FE73F206FDA9667EFF97F43F38AE98126BCF688E07DE3E021C56EFE10D26768408E202C9AEDC71C77288AA557F3453D896F49B3826A2D23F607254C0B4E1F4D31072AEA6C64ACF666D66DECE19C1CDAFC5E567EB47A5BA04D4C6C44C0B543A3893865D74937B70E8EC03452B1ECEE1F6F7A96B20D3E1DCEF3459714B926FEF192B7A85A91337B9BD296257F9D5ADD909EB6ECF5F7AB7D990BE2AAA49C96E0A34185EBE24B6B1A3B6E5D5D6F0AA40FFAA70953AC4DA7FB238723B36BBD08E6D2E15579E9A1633AEEADA523FB5CBB41F5B563E9EF322644A64446D886D78A62A6C4A1837DF90E253E9DC1E7225BB8423C47BC1A33B5242CD12EABC415737EA74E4F6FA9F50D759DD734263B4FBC8CC0135E55BA7D07B14E1DDD0FFEE722FB17A2B4D2F4D5C3CAE66D9DCC72B96FFD6B4A22A7571D2525AB335AAC2D7BF323CBCD27F4C55A46F8EA7478E9F5F8E8747AEB8E478EDF8B58546FAE647A6561E2C28385839F588B9BE51E1DAF1B5C74BEEAA727CFDF3BC46E505F8667B101FB9A57B79A7B9BAA6797BA5BB717901E46CD7788FFBE46F2DD36E7FEBECA5488103366DE193AE6FFF2A0751B7F4DE0223EC68529D9ADD1404725F1CD7F85D4DCB9BCDE597B76627AEBD3D4395116C13501511363930A05252796EDA58F5E4EB4B7DD58ABA9F9A57FED644446DA71F5E68A7BFBF3489F81B64EF115A1B1632250226A277EF81523336CF9C8369C0F694BA67BD7216F50C7F0BF977BFB72310B60ACCCC0C0CCCCAA29EA5F9FAA6A5FAF972E714D8BD1206577FB6AAEDAB38EBB143EE67B346DB448E06DC850DEBC39FF8F9B26771A9BFC822F0377ACC6A3998141894350EA53BB1EC0196D16F16527F09B00D7D43B003C66EE511A49A2FE4A2219BAF08E49CA5B0BF5E05C6B2D029D24B613654467C4C96A73B878F520C1C3E946C23AA78C4D09143DDEDEA17C0C5D5694633E7FB73F8FAC43CC10B6DB6FCEFBFCBA0F5E76209AE8EAD0B0EAE8B8D9D161C3C2DD6CDDFDF0D1A5FDFAF3428A8D4D797F9E9D7E8EBE2E2CB34A0D395984D6690316C8C54CA4C5D490762F6F9F39C3CCDBA4F50D7F8C6CCB3646B2CDDB58C1AB96C4C1EEF713E430FB58398C7DFFDBFD013393D3C7C7A64645D78785DA46B70B0C2253898DA113C3924A42A38B82A246472F0826057D7A02057D760F8661CE4ED2BA8969E6F7E5648FE54E8984EA9D3DFCDA714E4E623E753B4E914937C53C8FF87B4AE1F328CBCFF46A41EC301BA5BDDD4AABDAE7DBD5F132FDEA1F72B5B7D1088FB07EF71BF636C5AF57AFFDFAFE1397AE7DF6F3C5F1C4A7DCAAC4C413E7110C5F2062135DF0C3551AD680871085D035AD5542736108C45DBC843C883178A527925E83A2F126591B3D1067237AA84FBA3E41EB83F8B328927683B8F8F1AA86F500CE46FDB89C7E809B1039592BF217F7837827F1A8D150C80968E22A8A9288BF71AB9E05FB4DF2F44DFF05C9084371A25EA0D43C77899281668F886A4D0766801D414C8874AD061C05B431E472D0C7ED2020DE2D9A374687BA13540CB80E60FAD1CDA38681F404B65FA2C3DC7510DE0D802ED0CB40B40438C9E0CA9193A7811A889F71BF4CF01FF37A1ED434D7C0CF76F50133106EE77A340DE09B8CE454D822A78660ECD169E3BC15505573F781F68E725A308DE4FD0079C7A5180F72152F07E80EB5854067C1C6268866B3EF90B0A624E3380CC36529B01773F901B3307FD502C751AC5924E48CC33847E276A20EC500561D77D91FA98ED3708A2602CC0A987ECF806E61DD21FEEA7A168E229549FCCB3F36828FF021A0AEFD852DFC17539AA25BF04B9BD464FE19A0FFCAF62F97EA7E939C215E4C0CA40A71163BA7F63E400D71668BBF96224EE91C1BB0D70EF64AF8C1C741B238734348BE70F3881E7F73541285C0F7232D06DC0FF1D8677B8CE82D6467DCBC98691C1BB0DBEFF39DBEFD4CAA9A7811C5839C355CF12A905BFC25886A6A968140506C158085187365371D0FCD0663DD03DEC0F15C597A8867F82A92DB00159C99C84461BA06D87F604EE23080734167F4297912E2812E41B429A33B1146DE4E9A3129E2DCAE115A23CEA0D1ACF7305B96E05FD50826CA0CFF003E3187E98DF2A0C80061538CA21172357EA77C4FC2D831CEA5714C7D0A4B5D96128136D415DD816FBE263F824E148D4128DC40AE219F18AB42503C932721F798C7C41995083284BCA839A485553F3A8D5D42EEA19D54575F106F16C78D1BC363E9F9FCFAFE6AFE61FE7DFE7BF121002638195C05D3051D02868112C137C24F858B04B7040D02E382DB824B82D78A5D75FCF46AF58EFA9BE587FACFE02FD63FA97F51F1A5819F81A441B9418AC33D863F0573FCB7E69FD1AFA9DEEF7577FDFFE09FDA7F65FDDFFF600C9008F01D903AA06340E583160DF80E303CE1A0E344C326C353C6FA467E46834C3688BD13EA3E346F78D5E183B1BA718B7187F25E40B6D84C5C256E111E10D938126D1260D261F9AFC68F250642F4A13E58B2A4433440B442B44EDA2AF44574577444F44AFC494D8583C486C237613FB8A23C529E25C7199B84EBC4CBC41BC4B7C447C5A7C497CD354CF34D074AC69BA698169956983698B8492184B06496C246E125F49A42445922B29931C977C23F95E7257F254F246CA97BA4BFDA5D1D23469BEB4423A43DA2EFDCA0C99F53733334B379B68566B36CF6C99D906B34FE1BFD3664FCDC5E6B6E61EE6A1E605E675E6ADE61BCC8F9B3F1C6833D063E0C4818706DEB0105B645B545B5C1D347C90F3A0D0419983AA07AD1BF4CDA01B831E0C36193C6C307BAE09FD861A21529741E685DFF2D0DCFD00D4067E1D53FAD06F657D3CD3C7C800EEB83E810CD16A6D9F44E9689BB64FA18198D2F679C81D0FD1F6F9488C13B83EC6A83F2ED0F695488F5D9D60FA1EC80CD769FB9E005FA6EDFBC2F88FB47D3F6480B781DE327FBD610AAA4085ECDF75A8022D7565FF9E843BF412009207D730A859AAA05701FDB1F0B3144D84BB1C76B41F9A0CD70280317F016218B261B15401D64A340AB24C27C05BC88E988CB29123BC558A260194193D099A133CEDC13E52E74B71F07302BC538CB2E0CE0DDE7466E9F2D2E273000A99FFDC900A703A03EE6C78C6FC158B28685E3A981CDEC1F5EEBD2E776F3F4962A195F0BD521833EC7FA442F7CBFEF06631CA45C970DF23E11E580CC8A80AA039F0AD62C01E0FFDA930CE05B0314FC2A0314F981171ACD4B20033C9A917CDFC5D8BF7FCFB7FC9B65CBC0A656E6473747265616D0A656E646F626A0A31342030206F626A0A3C3C0A2F417363656E74203936382E3735202F436170486569676874203732372E35333931202F44657363656E74202D3234312E32313039202F466C61677320323632313438202F466F6E7442426F78205B202D3738372E35393737202D3333342E3437323720323538332E30303820313131322E373933205D202F466F6E7446696C653220313320302052200A20202F466F6E744E616D65202F4141414141412B496E7465722D426F6C64202F4974616C6963416E676C652030202F4D697373696E675769647468203635362E3235202F5374656D5620313635202F54797065202F466F6E7444657363726970746F720A3E3E0A656E646F626A0A31352030206F626A0A3C3C0A2F42617365466F6E74202F4141414141412B496E7465722D426F6C64202F4669727374436861722030202F466F6E7444657363726970746F7220313420302052202F4C6173744368617220323033202F4E616D65202F46322B30202F53756274797065202F5472756554797065200A20202F546F556E69636F646520313220302052202F54797065202F466F6E74202F576964746873205B203538352E39333735203333372E38393036203538382E33373839203633382E36373139203736312E37313838203537302E33313235203333382E38363732203536382E33353934203632322E35353836203931342E30363235200A20203436332E38363732203636302E31353632203637382E37313039203636322E31303934203433382E39363438203435392E34373237203637382E37313039203435392E39363039203437312E36373937203336352E32333434200A20203632372E39323937203539382E36333238203333332E39383434203336342E32353738203333332E30303738203438392E37343631203636302E31353632203834352E37303331203838312E33343737203931392E39323139200A20203535392E35373033203734362E353832203233362E38313634203333372E38393036203535312E32363935203634382E39323538203635342E3738353220313031352E363235203637312E383735203333382E38363732200A20203337362E39353331203337362E39353331203535392E303832203637382E37313039203333332E39383434203436372E37373334203333332E39383434203338382E31383336203634362E34383434203634362E34383434200A20203634362E34383434203634362E34383434203634362E34383434203634362E34383434203634362E34383434203634362E34383434203634362E34383434203634362E34383434203333332E39383434203334322E37373334200A20203637382E37313039203637382E37313039203637382E37313039203535392E3537303320313031362E313133203734362E353832203636312E36323131203733392E37343631203732322E313638203630372E34323139200A20203538362E39313431203735302E34383833203734372E30373033203238302E37363137203538342E34373237203731392E32333833203536352E34323937203933312E36343036203736322E323037203737302E35303738200A20203634372E39343932203737362E38353535203635362E37333833203635342E37383532203636372E34383035203733312E39333336203734362E35383220313033372E353938203733382E32383132203733302E393537200A20203636342E30363235203337362E39353331203338382E31383336203337362E39353331203438362E38313634203437362E30373432203336352E32333434203538302E35363634203633302E33373131203538382E33373839200A20203633302E33373131203539352E37303331203339372E39343932203633312E38333539203632322E35353836203237302E39393631203237302E39393631203538302E30373831203237302E39393631203931322E35393737200A20203632322E35353836203631332E32383132203633302E33373131203633302E33373131203430372E32323636203536302E30353836203336362E32313039203632322E35353836203539392E36303934203835302E30393737200A20203538302E30373831203630322E30353038203537322E37353339203436382E3735203337312E353832203436382E3735203637382E37313039203635362E3235203734362E353832203734362E353832200A20203734362E353832203734362E353832203734362E35383220313032322E343631203733392E37343631203630372E34323139203630372E34323139203630372E34323139203630372E34323139203238302E37363137200A20203238302E37363137203238302E37363137203238302E37363137203735392E37363536203736322E323037203737302E35303738203737302E35303738203737302E35303738203737302E35303738203737302E35303738200A20203637382E37313039203737302E35303738203733312E39333336203733312E39333336203733312E39333336203733312E39333336203733302E393537203636382E39343533203635372E32323636203538302E35363634200A20203538302E35363634203538302E35363634203538302E35363634203538302E35363634203538302E35363634203931302E31353632203538382E33373839203539352E37303331203539352E37303331203539352E37303331200A20203539352E37303331203237302E39393631203237302E39393631203237302E39393631203237302E39393631203539392E31323131203632322E35353836203631332E32383132203631332E32383132203631332E32383132200A20203631332E32383132203631332E32383132203637382E37313039203631332E32383132203632322E35353836203632322E35353836203632322E35353836203632322E35353836203630322E30353038203633302E33373131200A20203630322E3035303820313031372E353738203938372E373933203733302E393537203638342E35373033203530302031303030203331302E35343639203534302E30333931203533312E37333833200A2020313030312E393533203135372E32323636203834332E3735203834342E32333833205D0A3E3E0A656E646F626A0A31362030206F626A0A3C3C0A2F4C616E67202866722D465229202F506167654D6F6465202F5573654E6F6E65202F506167657320313820302052202F54797065202F436174616C6F67202F566965776572507265666572656E636573203230203020520A2F4D6574616461746120323220302052202F4F7574707574496E74656E7473205B203C3C202F54797065202F4F7574707574496E74656E74202F53202F4754535F5044464131202F4F7574707574436F6E646974696F6E4964656E7469666965722028735247422049454336313936362D322E3129202F496E666F2028735247422049454336313936362D322E3129202F446573744F757470757450726F66696C6520323120302052203E3E205D203E3E0A656E646F626A0A31382030206F626A0A3C3C0A2F436F756E742031202F4B696473205B203720302052205D202F54797065202F50616765730A3E3E0A656E646F626A0A32302030206F626A0A3C3C0A2F446973706C6179446F635469746C6520747275650A3E3E0A656E646F626A0A32312030206F626A0A3C3C202F4E2033202F46696C746572202F466C6174654465636F6465202F4C656E67746820333537203E3E0A73747265616D0A78DA9591BD4BC35014C54F5B45D14A071D441C325471684114C451EBD0A548A915ACBA24AF692B24694852A4B80A2E0E0507D1C5AFC1FF4057C15541101441C4D9D1AF454A3C690A2DA283F7F1727F9CBC7379390182294DE8768704E886636592096929B72C75BD20C0D52859D8E66C3A9DC29FF579E79FBD8D7BB3F0BFEACDABB60002DDE429615A0E79869C5A774C8FB7C903A224E7C987E498C50B92AF3C5DF1F9D9E3A2CFEF1E5BD9CC1C10F4664AC53656DA58942C9D3C468EEA5A4534EFE37D4958351617D887B887612383241290A0A08235687010673798D9EFBEF1866F1E657A049F26AAB0E828A2446F8C6A855355F60275954B43D5CBFD679E766172C29F1E4E009D4FAEFB360274ED00F59AEB7E1DB96EFD18083D021746CB5F664ED31FD46B2D2D7A00443681B3CB96A6EC02E75BC0E083295B72430A71070B05E0F514E8CB01FD3740CF8A9F55F33D4EEE81EC067FD135B0B70F8CF27C64F51BF5BC67900A656E6473747265616D0A656E646F626A0A');
INSERT INTO "stored_file" VALUES(4,'recu-2c28a91c.pdf','2c28a91c7b5d0a724e4420c40933e5c100b56ca75b19c4bfa1dd0b384e46130b',X'255044462D312E370A25938C8B9E205265706F72744C61622047656E6572617465642050444620646F63756D656E7420286F70656E736F75726365290A312030206F626A0A3C3C0A2F46312B3020313120302052202F46322B30203135203020520A3E3E0A656E646F626A0A322030206F626A0A3C3C0A2F42426F78205B20302030203539352E3238203834312E3839205D202F46696C746572205B202F466C6174654465636F6465205D202F466F726D547970652031202F4C656E67746820333337202F4D6174726978205B203120302030203120302030205D202F5265736F7572636573203C3C0A2F466F6E74203120302052202F50726F63536574205B202F504446202F54657874202F496D61676542202F496D61676543202F496D61676549205D0A3E3E200A20202F53756274797065202F466F726D202F54797065202F584F626A6563740A3E3E0A73747265616D0A789C8D52CD6EC3200CBEE729B84F6260631BA4698749DB13E405B2B49934A997BDFF619FA15DD3A9D216840103DF0F4E0E092DF7B89EC294A20674F2A0E1EB63CA25660BA23992861A05073D7C1DCF3B5471926F77B6E9659E1EDFE801C839CC1B503122B007EBB0675EC93151B0C69152984FD3535935532AAC9B6E9628695131A624A4CDD4E7CF61FE047A063A58073CBB6A6E0845EEC05BBBC033A02C1BFC681BE088835241C8C62A9DE017825AB43342414BDE70E7089CA3959DAC613AA6F21FDFD22452EDB0F0278B9A5C1D63DC00EE33B102D9EE9E5CA01ED0413BF6D43F51C65A96EA394B9A8DBA31B9AE21B3E19420DB0612791E8CBE83DBA47BF69F1B1714A6617AA8E186B7AA779E4A6A1FDC9396EEC76B391EDA96AA4768243CDBBAE36A7AB0F4EE0EF6D5B5BFAA5B04999BBFA76B2C9CE92054A0722D5EA4B4416F4613AE70B0E0CC28F2EBFC0DD5669EEE0A656E6473747265616D0A656E646F626A0A332030206F626A0A3C3C0A2F42426F78205B20302030203539352E3238203834312E3839205D202F46696C746572205B202F466C6174654465636F6465205D202F466F726D547970652031202F4C656E67746820373531202F4D6174726978205B203120302030203120302030205D202F5265736F7572636573203C3C0A2F466F6E74203120302052202F50726F63536574205B202F504446202F54657874202F496D61676542202F496D61676543202F496D61676549205D0A3E3E200A20202F53756274797065202F466F726D202F54797065202F584F626A6563740A3E3E0A73747265616D0A789C9D56418EDB300CBCE715BE17502591222DA0E8A140FB827CC0EBD8050AECA5FF3FEC90526C6F3605BA46103BB624723824874943C427F9757E1D2E3FAE97AFBFF297388C4179B8AE9718B01872C185C7E1EFEF4BEA274A0A310FA56828325C5F2FDF78D52C2A4916A94A729392A3E46994055F912A846FC25AF61596A2E4F75516FF55947354C13DE37C310B5861A5EFC3F50F6025C0D240D260E18E4B355CE5092EA6A01DD7020F37D85FD5FD1A227B03348B2465DC8120479A0E7EC6106B77948C804476D1A3A3347EF0344BCA9109F6568D7B8C25236A8BEB54249483E61E8982956904832BAC12D792B9F0728F0D4F0BA7F391EC9E0095F1C914B74F3A833DA72063C39E842DF34A96DBF318778B0466358111D454E31AD79601011FEEE70CE6148370C36C9974BB1ADD22C3D77C1EFB6ED9D9755E3F8530670A593F40BCC90D342C676845C786C4EF2C2ED6C2CA9F2E57828D9C8EA64A447F55EB80CFC2222AA639475882EA316D399755AE3548EC3A2559A6A636273379B086DE2EA8BA6AAA85FA237F9ABBB6B90F7BA745C75EAD56ABE29AD7D40ECAD015F17EEA90523C2F67A21DC74D95CD1AC908DBD3BD3FF09C5A17BA2FE714184CA71F4B4883D07F72B2FB9C5FDCC2B6A1CAC38617C8D5167693E567C383B39A482B9BE44DD5C9D43650BC18D08A5660AD5E41663119F7E06C15ED3A69F381F61D6169EE95ED028A77D5135232ECC02AE337F58120F60E386C64F910B277FBFEA7E1E968256BE169E3BC3A4403399A6EF7E0789B81EEC29525EF4EE126F96C9A0FE709E7674C42CB52F1B01B69F7ECADBED269A8EB96E79B93693B9D1A35DBB357A3D52A6BA30621E374C5EED56762791A1E84A2B6F08C5F03EC8278E0F0E0987DE47B01DF87BDAD219FF64E9C0083BEEC631EEB3E8E1F833C5AF52C0876D07D681F65FF3D4D4EDC71D5B32FEA68BD359F8689FF335D71B67F28D4A1260F99EE2A646BFF2A113FD7156B9276B2BDEDDDF5E896D1DAFCAC79724A0F1B38398A5E61FBFF1704B89ABA50A2BACDEB9FD73760481C080A656E6473747265616D0A656E646F626A0A342030206F626A0A3C3C0A2F42426F78205B20302030203539352E3238203834312E3839205D202F46696C746572205B202F466C6174654465636F6465205D202F466F726D547970652031202F4C656E67746820353732202F4D6174726978205B203120302030203120302030205D202F5265736F7572636573203C3C0A2F466F6E74203120302052202F50726F63536574205B202F504446202F54657874202F496D61676542202F496D61676543202F496D61676549205D0A3E3E200A20202F53756274797065202F466F726D202F54797065202F584F626A6563740A3E3E0A73747265616D0A789C9D544BAEDB300CDCE714DE17502591222DA0E8A2407B825CC0CF9F0205DEA6F75F744829AE9DA4415B04B615511C7E66C43444FC92BFE7F7E1F2E57AF9F82D7D8883062119AEDB2586047348642F1D7E7EBFA4EE53528879C8630C1927DF2F9F789692A3E46994158F480546952455B35B488A6665EC990D3B4A8A1D58E6AC32CA262B7EA5ED69D2E25E4055C297CDEEABA20CBB381A3065C1B32A9BCDBC805581182DEA24F0AA765E36E08AEDD959C3C3BADBEAE67192F920734664F23C11D14E3AE2A2F18D3CB29F0296E7D77C7122F5DA48BC0F79A49C6B8E347D1EAE3FD0D67C6CEB5D13A586DA9A38BFC12553A4E829028889956B0749CF4052E230C613CA04944A4AE30B941BC1F8E255F1E2F284E05282D646309A89A62D4E8BA336520E45FEA576D2788F6D1973F2B61B2E68C46A6C6481241783C7B841804883FF230494618C93AF0A785941BE73073899C657ACC0219472C2062DCCD086B10BA6F11CF4218756A03D0949235D995F91C6A386AC8FF95BE1A652A5FF218B39686964AD96A3DDA547BAA04D3A69F31F69FB1DC573B66A17DC887CBBEB67A23859D6774EC558ED85DE5A6894D9C800145AEDFB46A2AF4F9054D0037AC8238965B0EE4C141DFDAEEA2184051497550BBCF5BE94AE8DCD6FBFA546AF1472EB04B1F1B02B447A0F7C4A99E2F04F5B296AA2CE8779D6E7A4DA846A7BF33EE56C3E6186B99F4F2C9F8DB4CFAE5E9979290167D92D36FF9ACF826ED80D38CDC89763A4D79439247EAA48534E9B7E4693E1EA643A829EF8A0A7AFD75F4E335D410A656E6473747265616D0A656E646F626A0A352030206F626A0A3C3C0A2F42426F78205B20302030203539352E3238203834312E3839205D202F46696C746572205B202F466C6174654465636F6465205D202F466F726D547970652031202F4C656E67746820323330202F4D6174726978205B203120302030203120302030205D202F5265736F7572636573203C3C0A2F466F6E74203120302052202F50726F63536574205B202F504446202F54657874202F496D61676542202F496D61676543202F496D61676549205D0A3E3E200A20202F53756274797065202F466F726D202F54797065202F584F626A6563740A3E3E0A73747265616D0A789C65904D6A04211085F79EC27DC0D48F556543C8223039811790EE9E406036B9FF22A56686E90EC2B329EDEFF91E46F08543D75B0C1F35BC7EE20B444BACB15E03F4DD6571C9127FBE02FEFD2298802221A79263BD85B72CBA13282B1AFB9E55865EC7749EED26BAB562A4A88BABD0EAD3CDEFF8EDF758BFCF74A05460D027CF54C5C8D8795B675AEE1EF6E4C46D70EE29F41E039D9C90BBD8730C2CE71C6B23101A0E4B77EA6C32F76583660EF4AFC35B499724764664D6D2CCD0231FA3793989E59FA3CE461EB9BC1903A35674758C1E4F46CB64B3E3DEE6DE279330CC2EF51792F0658C0A656E6473747265616D0A656E646F626A0A362030206F626A0A3C3C0A2F42426F78205B20302030203539352E3238203834312E3839205D202F46696C746572205B202F466C6174654465636F6465205D202F466F726D547970652031202F4C656E67746820383533202F4D6174726978205B203120302030203120302030205D202F5265736F7572636573203C3C0A2F466F6E74203120302052202F50726F63536574205B202F504446202F54657874202F496D61676542202F496D61676543202F496D61676549205D0A3E3E200A20202F53756274797065202F466F726D202F54797065202F584F626A6563740A3E3E0A73747265616D0A789CA5564B8EDB300CDDE714DE1770258A222DA0E8A2407B825C20E324050ACCA6F75FF491941CCFD4D30E5A04760CC522DF87A492A7844FF6FBFA3C9DBE9C4F1FBFD187342DB3F274BE9FD28C1F67AAB8F132FDFC7ECA7D4759EA5CF394179AAB4CE7E7D32766C9CA52294955A6A4459AA8DC6C55AB92D4CFD3F907E2678F9F9AF404962117BBE9510601969E41244BB3D8ED4E8911596E96510BADC8BA5AEE4285F07C93BB8A54B90A59665FB74B3A06DA63789DB1EAAC14190B725CC1638DE89CB55A446D3B2E3A974E05DFB83513AB1E51619965F1C095952E0B24BA035EBBE82B79EA2C99F6D06A9E134D4D3C15F6D35232354A352102C40DFA102209CB1DB2C4132043204866F1776BC82BB00708D85060DD90E0B9BFE5061E44AC727371374B5DF8ABAD5B1E7B0F9FAA17DF9D91C92CB3388111BB463CBA39DF97049736930E82640479257591D4DC069562E91004F2C90D9720AD559A55863BADC9D37190C265A4901CCEDD7CE75DE3AD156FD94E07D745C858E9F564E244850571AB3444700A6A755007491164CE5286041BD1AB0BF788C221D065E9115AA05109E46236DDA3C27533D6CDB298D9580D29AD03BAC4A604F23DF21F094B736E2EAC302937166E96C4AB50824C8484DC1972B0CB1A2DD58A966590E2C26A7B43CC9DD88348EB4E6F54FE04D5DE343C95DE8DC61A39FD86263034082DE2767AF3BB6D842C5CBB846EBC47CB7B0C61E6EFD9507EF8BD2C9691CB662C223C4CB38239905CAB8D3693DC88592506F9AD15C5ABB9F40689198649F34254761A56F92C3BDF0D28566C32794F7883EF08219AF658C8262B068C0CB0B17FEB06EE685C10208C6E6BA3F58FBACF7F79D5F46374BCCF36EFCCC0A2D1C7DE41EB0E4F93ABA6276356DC40B039101987438A516DDBBC71A8BB6CB49717AD5A5DF47E84F4F4467973B3B79B0F05101CF5F300650D5C74AB2C5B73B3C865E147AB9B0C1A35576208B8A884B52CD4B1B8B8427DB044DF98A1FC7479E41E46BDD53B0FA1C69832052ED76E6F58F166D51F499AE6C62169D4D935E65EB4FBBB5A346360B0B74CFE57C70F80D5322F751C0E250E873F4F9598725DBFB2576254857DFB7AD5E5E8A433AF3BD47EBCF449F3C60E8F5EDDC52E17DA27F919EF67ED7F9CCA4792E00F856EE725BB248065C5ABE3FFD0E52F077884FD7AFE05949137380A656E6473747265616D0A656E646F626A0A372030206F626A0A3C3C0A2F436F6E74656E747320313920302052202F4D65646961426F78205B20302030203539352E3238203834312E3839205D202F506172656E7420313820302052202F5265736F7572636573203C3C0A2F466F6E74203120302052202F50726F63536574205B202F504446202F54657874202F496D61676542202F496D61676543202F496D61676549205D202F584F626A656374203C3C0A2F466F726D586F622E73686172656430203220302052202F466F726D586F622E73686172656431203320302052202F466F726D586F622E73686172656432203420302052202F466F726D586F622E73686172656433203520302052202F466F726D586F622E736861726564342036203020520A3E3E0A3E3E202F526F746174652030202F5472616E73203C3C0A0A3E3E200A20202F54797065202F506167650A3E3E0A656E646F626A0A382030206F626A0A3C3C0A2F46696C746572205B202F466C6174654465636F6465205D202F4C656E67746820313033330A3E3E0A73747265616D0A789C75D6DB6A1B571840E17B3F852E5B4AB1671F67C01866CF0172D1034D5FC091C7A921968D6C5FE4EDEB352BA4505A81C592B4077FBF40D27F397D983F9C1E5E0F97BF9F9F8E1FB7D7C3FDC3E9EEBCBD3CBD9D8FDBE1D3F6F9E174D185C3DDC3F1F5DBA3FDFEF878FB7C71F97EF1C7AF2FAFDBE387D3FDD3C5F5F5E1F28FF7175F5ECF5F0F3F8CFBEDA70FA7D7EDFCF3FBD36F5F6ECF3F5E5CFE76BEDBCE0FA7CFFF7BE0E3DBF3F397ED713BBD1EAE2E6E6E0E77DBFDFB3FFAE5F6F9D7DBC7ED70F95F57FD73E6CFAFCFDB21EC8F3BB9C7A7BBEDE5F9F6B89D6F4F9FB78BEBABAB9BC3F5D46E2EB6D3DDBF5E0B57C96B3EDD1FFFBA3D7F3B7BF57EBB79EF6EEFB1A3831DE868473AD989CE76A68B5DE86A57BAB77B7AB0077AB447BAD98D9EEC899EED855EEC955EF76E983BFD0D73A7BF61EEF437CC9DFE86B9D3DF3077FA1BE64E7FC3DCE96F983BFD0D73A7BF61EEF437CC9DFE86B9D3DF665A7FC3DFE96FF83BFD13FEA03FECAD3F304BD01F9825E80FCC12F4076609FA03B304FD815982FEC02C417F6096A03F304BD01F9825E80FCC12F4076609FA03B304FD815982FEC02C517FC41FF547FC517FC41FF547FC517FC41FF547FC517FC41FF547FC517FC41FF547FC517FC41FF547FC517FC41FF547FC517FC41FF547FC497FC29FF427FC497FC29FF427FC497FC29FF427FC497FC29FF427FC497FC29FF427FC497FC29FF427FC497FC29FF427FC497FC29FF427FC597FC69FF567FC597FC69FF567FC597FC69FF567FC597FC69FF567FC597FC69FF567FC597FC69FF567FC597FC69FF567FC597FC69FF567FC457FC15FF417FC457FC15FF417FC457FC15FF417FC457FC15FF417FC457FC15FF417FC457FC15FF417FC457FC15FF417FC457FC15FF417FC557FC55FF557FC557FC55FF557FC557FC55FF557FC557FC55FF557FC557FC55FF557FC557FC55FF557FC557FC55FF557FC557FC55FF557FCBDFE0973AF7FC2DCEB9F30F7FA27CCBDFE0973AF7FC2DCEB9F30F7FA27CCBDFE0973AF7FC2DCEBE757EABAD73F61EEF54F987BFD13E65EFFB49BF5CFBCE783FE19FFA07FC63FE89FF10FFA67FC83FE19FFA07FC63FE89FF10FFA67FC83FE19FFA07FC63FE89FF10FFA67FC83FE19FFA07FC63FE89FF10FFA17FCA3FE05FFA87FC13FEA5FF08FFA17FCA3FE05FFA87FC13FEA5FF08FFA17FCA3FE05FFA87FC13FEA5FF08FFA17FCA3FE05FFA87FC13FEA5FF08FFA57FC4DFF8ABFE95FF137FD2BFEA67FC5DFF4AFF89BFE157FD3BFE26FFA57FC4DFF8ABFE95FF137FD2BFEA67FC5DFF4AFF89BFE157FD3BFE26FBBBFDBBF1BA72B1BE7B4FBBBFDB336E10FEE2153DCBBDBCF249B59A66C639B8ABD9FAF3686A9DF7BFF5D9E061BC3843F948EF7706A76D837B66F9B19BB1B0BE8F7B5F0F8763EBF6F8CFB96BA2F82AC800FA7EDFB22FBFCF4CC55FCFD0DCEB55F470A656E6473747265616D0A656E646F626A0A392030206F626A0A3C3C0A2F46696C746572205B202F466C6174654465636F6465205D202F4C656E677468203131393631202F4C656E677468312031373632380A3E3E0A73747265616D0A789C957C074014C7FAF8CCEEDE1D02A270771445942E16548E034441407A6F82F4224DBA74E9A2202A22120B68EC8AD8D0289AC424683426C618CD43638C3189D1C498FAF24C798972CBFF9BD9A3E8F3BD5FFEE8DCCE7E3BFBCDCCD7BF99B9431821A489EA118BA68444CCB23358B6680F408E42495E92975268E3386D2642581B4A4F66EEF28CCFF20E5D47887913A1B9AF65A5A7A4D95D8E3D81D0FC1268EF900500FD55D24FE19EBC6F91955752C175E63AC2FD4708B147730B96A4582EB087B66ED580EF765E4A452116A33F10F28884F653F253F2D2E7EE8AFE16EEA10DE35D58505CC21F442D0879BE499E234EE48CDB9008219182FB1020DB842BF3216A6176C1158958442EDC3DC40C3268CF2052FF85470445A0F3080D0E4ACEF37A08697CCE6C8211EC22CFB844513FC50E73441861FA823612E3BDB47615200C5087837EC5488234D018A09716B4188B74D038341EE9223D2445322447FAC80019222334014D44C6681232419301AF293243E6C80259222B648DA6221B340D4D4733D04C648B66A1D9680EB2430A648F94C801392227341739A379683E7241AE68017243EEC8032D449EC80B79231FE48BFC903F0A4081280805A310148AC250388A409168118A42D168318A41B1280EC5A30494889250324A41A968094A43E9280365A22CB41465A31C948BF2503E2A408568192A42C5A80495A232548E2AD0725489AA5035AA41B5A80E28508F56A006B412AD428DA809AD46CD680D5A8BD6015FD6A356B401B5A18DA81DBD8436A1CD680BDA8A3A5027DA86B6A397D10EB413ED42BBD11EB417ED43FBD101D4850EA26E74081D464740C68EA11E741C9D40AFA093E814EA45A7D119F42A7A0DBD8ECEA237D09BE82DD487CE01DFDE4617D045F40EBA84DE45EFA1CBE87D74057D4039BD9BDF8A8F7165C09F710845481552D6CC4A69EFA0B0D397CBC46F8F3DA59DE91812E2E81412C26F657F1D18CBF587383905073B3985C0BB59C07B5BE03D0B1C4129BA0A5D6B332B4669AF076F9B3006125BD6DC4C2C96CBF4F51576AE8CA3810ECB4C2E9BDDF14D7DFD371D616DE55106C7B4ED7CE21D0BDBBCBDDB0A9D12FDECB48FEA4757B48BFA9FD876B561EEE8712C6A9B1652EC3767BAAF7252695F61FE5B25268E8133E70494464C87B1B3407DC4158B1E82AC58833CA072A59D83356BE54006AF6F20B1B222DD1B48F5755889D2D4CE41A954C094CCB1D2549E1F13C4CAB9BC6BAD45AF96EB1E9336E624553B3372C67E51F2A209AC86ADD5A19AA6019E9D5E312B238539BAF2A3E5F1079719E7D4063584A9A216C6394DD2AC38683DD375566323B373CB1690E98AC11F4551DCB720C3E67424B3401A9197992DD0C29521B490CB74186B3B0707A5BD302842136CED68C04211A9AFCCFDEADBFBE2E3F7DDAEAEFA747F42C2FE4FAB2A2E16175FAC28BF545A7A090877B9B2F272D9D5A71DEA8A2CF9C8D78D8D5F1F4E4A3A0CD76F8E24EDADBB59B7E2664DCDCD155061C7555FAB7EDA74ADF26A75F5D54AE68B6BD5D740FB4C805EFE945F12D0BF71305E14812563180576D435D715C94D9518CA3F71791BEF8BEFE38A7EDE07BFC5E081D7599F81D745FD03973DD8CA81CBACD340D39981C7AC8E5573337FAFB91951393ACF3FC24BD5B8518442D75C0A28CF1F823FFC926A91F87B550C7390B4ABE4FB393DE0992BE81D7237B3B2B27624F24149636D4948E6E0E0E868A59641351709BD0C44848E62B144225CA5FA0EEA97AC04821A308AA2BD4BF4F7182DCD4F28B2F335E31FBAA5289D32BCD9859E57BBF69D9CDE61169F919C6DE7678E27782429E6657AB0B35D4C527B7426C77A4D9E3F93BF3F25D2D5C47536DFEFBF2E655A5C4E5888A3BFBD74BF5546D97C9765819C686E5148EB81BD5B6D5232A3FC9401F6F22EEBCC22E70505BE628945F062BBC4B5014C8B9E51B8878DB78BD17EA97184FB541F3763B096582692B35D628613831D2432DB3DF89DB85BF41DD83505D822E46EAF1657F311C9006A382A741873200E36B31034CA4261C7E9EBC9658C98B3066552DADBC2731D208409C3A0924BE559C78B754E8C6B8CF4ADF085FF91A5E34E8CCD3D98557EA90477EFE2BFBF595E7E13EBEFDA85F5498DFF7E57D527FBE3E3F77F52A5BE328F2ADE2989E948F14FF6A9F0F32DF7490A48D91653FA8EAAE2B9D728AA9E512FD22BE5FF4266356B23FA1E34C04EE02B65248C147804139358AB3541D75C692E16536550EA30123A635CB4684D58E6CEC8D025B316474567CAF64C29DE18A8ACC8F1EC1A63D4E0E79FE5A81D993829243B85593DAF283C2963E698315A1327719E815E33AC0313A6192D288A55DD28B68B68522E9A9DADA5A7C569CE757576191C048BDDC6C5706E9C1522BE4E823EC45BA887BA87E77116CC77C40FBAEB9A2A4D75D92A553AEB89E7E171BBF870EAD2501A8EE57E01391574DA85CCE97FEBB3A3B5C2C054D7147849A4D3DC5C2908B5B9B92E73B8E2C6EEB8B8DD372A96DFD81D1BBBFBC6F2CACBE5E5972B97BF5F5EFEFEEF2B1B1A79051E6F16EC3837CCF2E22E234727FD7C1C4B5A0FBD45AEEBCB89DA970B9F3D3CCF185A0638CF8B9816336BF66C737E01229E19DD147931BCE806C8DA35CA9306D68535177D019A3E7984270AF508FFC31EDD4CE88C8FEF4C88EF888BEB885744DAD9452AEC17D9D92D625D623BE313B6C5C56D4B88EF8CDD42C0910A45A43D340179BE86BCB85A2E456D53C0069BCA8985C5E00DAEB1270642D913AA9B87BCBABB99A0EE6EFE0EF3BB4A0B511E14B20DEC24F16BE0E55184121389A68A6EAE763D201A12B9A9BC0C47CE769B9CE8E513D3F56ADBD6D332878CF04E7C9A6DA8C263AD9C95260E0B163814AD69CC325D18183FBF40B20EF066B215AC3DE09DA9B62E8A21EB32C211904673C2474A07895C2007BE92BA3B8939C164FB052FC9890F0C0C4A8BF2F45EC21CC4719D89291B433322728A12F6B115CE4BBDA72A5C67CD71AD72993D73AEE34CEFECF92E59EE9E715AE2B1A9415EB92E940FDDDC2F5825D6073E5CA773DDC927725D5C22C42F2802E822A8B8839256150A39283AF82619D178103185EECE5EBFAA80C072AFDED9F32759AC5B3BCD352567E6CC9C64D7A97CA218A962B356B9B8AECC62BA0676394EDF5E5F955EB021CCD4346C43C1004F784E7CA209D8616D88AB90BBA9AEF910DB4D59E88F93F3DB2277DD2D2ABABB0B9F3DF98668C6C040E5C7AB9B6E543DB1256E17C6BE9B71C13D6C8058025E0C31FE743EDBF944FC179A0DF3F988CE6709DB807F15F7104BEF0E56DE5CA274C4BF1ED3F8ECBAB867E026D3B9A2A35AF009C14C33DB0A36E1EFC9DFCF356F6666BE5953F34656D61B3511394AFBDC88F01CA5328769CEBBB062E5C5DCDC8B2B575CCCDD10B23224645528F9BF3204C6160A3AEE4575FC1F54C7FF41741CE001088965A27ECE1A416CCA74810EDF6082688B9BAC3F42C36D325ED8E663F696BA4D1AB47955F419B4B935DCE617359E9F9030CF0CBE82BDC4E5409C4AA48E3AA9614B3E6CCA61EED41C4A6964654EA32CA64399E6E511EB5EB0705E9E9FA84F547EA16CC5F9ECEC14F760F3C510723941E8C5ECD06ADE12356D6A55B45786D39CAC889A5712325E295A7E74DE54DFA58BB5F035128A91908C8CD51EE2FA30C95AB115C4BB64849F600B5C4262BCC15FF131EA9B498CC72AD8D131DE55EDAB63170B3882F19724C6E36534E083DE01673FBB9D790434B282B89BE09C8A23A97D34838F9F46C5122845AA60B1A3A904C395852BF3DE1F5B7F1BB860C4C51B0D2CF86DEB6F778CB85803226478FB962D7C3AA9B1BB3A3A08FD4A06ADB81EF151C0E5007193104782E69A300AB58C585B8FC8CE684F696060C21272338B2AE6EFF9A969CC458DD4CEE8F43D89614DA1BDBD979B1FB5BD747F257776EC99C6E48DA1298D0E9BE76F5CB5A8EEF11D49D39F95E741C822F3941E1521BEB1CEA0857D9B6ADFCACA3AB52CAF7C419E777092729CCD78A7840D5995EF14111E8BD0C3C107E2DF4196754196E74056B1502DD1C322AD9669B5BF9313B7F67F3C17610566B492562EF45C9998BCC263E18AA440D7F9C101EE0B38991AD8E03E021C18C7A14303885D10B1363C387C4D44C41AB8AC8D58B97461B04776B647F0C2A503A6FFF551062137D5DD2C885525A27B90154184AAF6D28E43E657202A36C7421C36A4AA12D148180F868AC4604073CF976E1587AE8FF97CA2DBCCA430A7A8598AC54E4CCFA7AA0F42EBFC620FE417EE5DAC8871E66FC50778D786C7EC6F083CE6193DC9C2EF3359DEEBC5A9AD951EFB644EC1F63EF1B6610E4E19F99E03E799AE94CE2D314B3AA2A237C67896A44EFFDCB3D4CBAFC0D5AFF97CC5A6BE7CE39921C182DF0079C49BA8DC51497EA47F411F24D451F53E3CBBC37FC7AC13CF24962FC25E4FCF512166C055EBE981C830771696041C0F5A365F591075BC6E2593B40FA7E380AA1DFC51FE747B23FF0BFF8F939FE20B80231970E8AA7138E8E929ED19067C881E09BD24C931F98AF985C1C7034A3D1A6BF8EF5EC573B04E7D3B0EC0913BAAF8D3FCB6BD5FF2AE1F038E22A6856D8331EA828C4845D696968E2218AAA5814824B194E2D7C7F2BFF9E209FC435FAC3DB64D1B6BF9F20FF1045FFE776DA605BB1CA96D6FAF3F825DF88B47EADBDB6B8FF017051B7311A571CDDC3421BE4E071D215E96093BA47A9FBD94C6BE3BE08C37EDDA05FA5ACF77E22EF41127419706EF3DE129CDDA181BD684B94E68E60E013E6BA22A62AE7775D167C436F4604C7CB7D728AB80ADA9490809191B22189810686B3B3885E9151B523C20244C2F3FA50BDF131BFEA521FE938CB175F0476E2FC44CD4DE7B0DE78242DC0AB24FA849C48C30459FE9E8FABEB2FABB0307BEAFAAFCEE605E474848471EFD94F5E2A8C78F71D49933FCE1C78FF9C3BD5DEBB1F65BE7B0766B2BFFDBB9B7F8DFD693BEBE02FB5349E500465E4C230EF0445869F915DBC9BFF28626DF813D77EF26622F32E37FBFFA4F621FDF82778A440FC18FDD3627F75B60BC6DF4FE532372BF1C9E9F015B27467730B93F09CFCBE9FD6776E47E2BDC77D2F6772791FB33D07E397DFE7924B9EF80E75BE9F32F4C46DA7F07F75FD2F694D6DC34B0CFB3A82D854FD646CDB32BDC34F03102CFC81363D686F2A707CDE012B9543486C64972EC28B7C6F21E88AAEC4005AF311AB5F8EE3BFC116D634DFEC8054297FB782297CD16ABF3307534769F6D1EA8609B990FBBBAF860C2788C7E02BC3B04BCEE5889254A03F8E4760C8432D72512D51CF604A3C15B5CC08B348DB5F1A277780B823B7CF057F615E0AFE0E7A8E918F1E1A3632A484CE4A37D0CAE13FC5CBEE7BC3C5F31F5730DE7C0CFB985980FBB9EB7B5D66C8EB6013FE79D4EFC5CED8984F493C4CF59FB65C568F176432E49C8214B256EA29DC80FC5102BFC5C8A24B85B6BC832CC47420E038592465B6A8762616EC60962C8511F6DA0C3B0CFC5239CEC4BBEFB878ACAEF70F0CD6BD8B13F5BDF6B4D897D65C2188D094DCB1A4FC5E5BC519EBC62A2E6CE856E7EC12611DD83E8D851FEF19BA9A917B0F1D9D0CE8A49D36D371ED89952EE38BF3C3ABCC4D5AE902FADFC0147DFFD1887FF54D3F880BFDF91F3C9A9BC29FEAE6E29ABBE5ADF74B3CADB2A5295373F36EDA37DD5DF9DCD5B7A99FFEACC6BFC5797324C2C355BA456468C5FF08EB28AD58E8BD647C6EF5D22D804EAEF4107C6124B530CDEC41C13BF09BCC052E0BA3D33E92E6371997F675290A38543C804FE436F4645FD6E49F8EF7DE7FF0A1C68C1BBA9190069E90559BE0CB8A46812C438A878389391C8857CDBDCD254C8D2CD4DC96A0A8DA44D7B99F12F7FB0C4B3C0DD7B5D42E6DD13FC0E9CD8F352E0BA64D03EDFD086C0D51BF993A2FE9C5379C935FE7A3ADCE2BDA585BD4BBB9B52026A03772F280E4A69126C7A25F8A42C902B4B62352C08332DE80A92395D41A26CA22B480A1D961D778EFFF8C8113CFDDCB2F777E7C8FAC6071534F935DDAEADBBDDE8D7541034BE4F9AB3FB7DD9EB38FAC79F70F4598FBAD3C54125A1539BF9BFCEF5F17FADB609290D2CEAAD5F08B483F98A0261BE726404B10B9D92609E489523168B2316856984A9C49FF96759E9B7C7F8B578E51DAC3CD0C55FE035FBBAD761EEF4298CD7769FE44F7DFB1DFF4A2F3536FD301F424B3FA869513ACA4DD5A5976D51D9313B544B984F44FDDDFC846E5EBB9BCE9FB49F0BEDC78C6EDFCB36AAE6322B5535A42DD3ADAA1EA15505D0CAFA7FD10AB86300F3209360E5EFF137BBBBF1D473651FEECD91BD6310B87455C8CA5BB57577D6D49ECF99CB7B31F377F23FC9CEE2E81F08C5BC1B4EE5FA16854F5FCDFF75BE8F7FD29C73A949AB6BDFEBFC2F9B85718A5C87E6A5D03585620E9FBD7DAC4E5FDFC06351BFAA9A59F5C496E952C50ECD0B1709BE9AE409B8A84F4D22789636F823FBB9E023BD68FE23A7DA49932231637AE9CFBE96E2A296BE7FCB1EDD0A0D6DDEB0A1999BFAF4F6AD4743B22AB2A6F41A8F64C412816C80F45B93A49335D035C58E183B28D2B39DF05B7FA95669F2B23E96656EAABE29639AF0E10FBCEB2BE7E3AF54517800D8C033FCB904D515E68F4D0365C3BCB000DC22F51CE5BD7D0CC8F0935BDD68E8B9B8099ECFA4BCC226AC81B92BEB8821D1D2B517445442E22716C25756AEDB8B7570C158534BB3B1D374CCE01367E3716F6096C5E3E5B3664ED5E14F1DE07B74AC66CE36D263588611F50F449A2E29299E63BBAC34C38C3D0A9A1A615BD6D0B4C06B4363BEC5C03136C23C67E5463FA786C6AA3903C786C7238A80F14CA4E3C5541218424512C491181A06718F4934F40CB19A384683E9BBAFFADA3220D9C75CA42182EE7C2C4BDA23A276ACB265DBA1B3D07935476A0BDE6C993AD043ED0B91B5FD23FE7C48DA04ED78DE9FB3E341338F1E05CD3C87A71D39C2DF3AD7F8495DDD278D4DB7EBEA6E0F6BE459FED04F3FF2875E3FB11A4BFACE63C96A41359F340FD1BE07E66230DAFE8C981BD04D2028DFF3555EDEBD1E7E2B4E2E6B7377DF58CE5F11F5D7DD6A6CBC5D7F306CFDE2C5EB429F7C0C3252395842C72E016CA02BEE0A0303A9B9B5B5E4FF9805D3FF6ED7B43FDFDD3BADEF7FCC06F7DF71E6CFDC71DAF6376685045BC33DA2F39AF8DF67660A123C32BB1CDC52B6C1C3A30D66C76CE33B6EE17C517FF9478D8D578B0F79D545C7ACF47BF231B34B9522C840C9E043A0DB43B2F2E6F5FF9B396DFCFB79D384BF9F326194AAF627EA2884E8472A97C1CFEC134DEBEE7E724B348DF07BF091C88DDA60225D56CAE7D646C41CF3F404FF575B5FD289CACAE3897D6DFC53C3B5BF74B29F0C38E51C4C4E3E98C35E1EB0E9FC652DA5C1882F44294049325BF0EB24C35AACBA7B19CF9B18E660E9103A012BAEA8EE83E0B704F267CFFD15C896D0B448785F4264CF92BE2F257A04EA2C1D551BF1AE2CBEC2675FF8516A3645C760DC140BE9BF6EFF53666E366E02D4F57E7887CFFA7C1019D9EA4FD59F366910BACAF7DBBA3D3C7CFB563FB67D741DF4ED44FCA7AD4D37B20742A1FFB930FEF9D0FF64E2C9E5A347007199A0CB3A8C04CF657C5477EE7E32DB4531C5748A62C1ECCF3E517DC6B87FC63F9DE66C37D9C644316F06FF17EBBE9E35E1DFF14E8E775B109FE28DE70F7CDF32F01AAE748D89719D1713B7806F52D3CB19FA2399BBEE3304D32514BB8BADED826C026D826761ABCF54779954B6909F1CF65261D1E620FCD5409B6A27F545C0E356B5BE2A3109A304A196632092355973923730DB666628E4F167E355BF73DAAAC2D9394A79FCABF18C4E13FBE5C2D51EAE62B6BB79608E4FAB17A9119CF721FF2A84FC8BC80D585F735D85FC3E6EBD0F608967E75F3F77A267F3102FC2611D9A87DC13FFF99706E56515E018A3C601619FB9D254B7EA3E60E1BFEB14EB75FEF9268D65595BB658B44FC81FDC1572734CE22748D3F0657B7BF0F433DFC3335FF976DC37A2D000DE862955ADC3BFF35A646F733096EDA25E08A5905CAA6B20B6AB8BE412DC2FF807BAE6F709D5F9D8C187EC3D2E176CCFDCA14C1BB829AC870BF1F2E81571F572B212BC0759D4D7D7C79F641FCB08ACDB169C56EB629F151C5AE4A3776C7AFB8928A70D8DD1AF684B239BDCD2D6FA6AF927C54C705FE6393F6B42E8B6FCE40A2F33CDB13A663662EF147BBB00EBB919C5B32786EE58A99ADC611DE1B42BB8C673FB58F9782D56C33AC0CD39782A8C71E7E023AE16F8A78FACD496C39C105C574123F9A1ACED99A8983990DDE02D95F5F4EA483DEBF35A3E5E5EF1F1C1A5EB7DBCD76767B6F8F8AE37F44B987C0CE2804F4DE27C5B78D52B27F981D63DCBCE9596BC919FF57A75755F8E7A0DE211670BB4B11C9D25FE971DC3F4FF73BFD0F06FEC1532B44FDF51731DCA4D213320CE729805A3E7EABEEE56C5F25BEBF2EABDF4747A7B647A3E2B42335A7C7D5A32B3D77BFBB41AB662EEE42B986DF18D3361AC9FD81E9B9CE0B727A7AFBAFAF5ACFC374A4ACF2D1B9EAB37958367E62A07D931950C7536BC5608790853B2F787BAEA071D31C7D6470EBCCCB2915ECDE9E96D8151DB333C7283E53D13AA5F850933E09AC49BE6ADBCB53DA0C329FF48CA925D71E9D5C762AC82E6CE8EACF725F385B888B94575442664FD525D7526A4DE52D385302DFF6E5C7B985BA4CC4E67A655442097B86DDBD3BDDCAF290D1EF231DB44DA8BC29E2A05DAF1DE9C3FE5977268CF8E7A1825A1DAA8244B9D6589C5CFE752CC92EAD315E6ED863ECB539B8EE94ABD56E436DDAAAEFC645DEE0A6FA9EEF186CFD7ABC9DAEAE3DBCA7B2FC872499C12EC58BFF6DE94C50BEB7E3B7E6CB0C527DEE4D4D3C6B657A398DC84E395E5A733F3CE14169F5842D6D6C1064DA27CA53126B052BD6E4502323A001CDEDB3B59F156DDB22349A7579786D6FB333B55A920A335DB1B12DE68553933AFAE68F76E22F9393953512E66213FBF07F316A3AF18BA063CF8904FC465147E5F80632167227D139912234DA443E25005CDC148D84842501F53FCC597AAA732BEBD9719C747D63352DCFE25FE49F593EA34898319F33A55A2B03F001FE1A3E2E4F0DE9138199E89D3B822B2C30EF19D8190641B0CE5DAC3931C5DDB791CEB182C69F4ADDCAA6F28CBDE1A93B23BA9B73936206F5E6F75927BB13797F824AE7CFE96CAC84A8FC8C30D2A1DE6A7E5590BF27D5456CC6042914B458CCA4DDD2F670C3C1FA2ABF445743D868D08610F27F50E13964BE4FFF52C6105DD4B035CFF6D5DE85959516B7CE7C3FAFA879DCBDABDBDDB9751951FD67388038E1FE507DAF694BC955F70AE54D07622A7649FA5968ED98AEEB4C8471932614D40173FD7DBCE1ED9B0216B21A64D073B8DB26764C7E5D4285B06E64DF50A33FD198B46F42391F31DEAD7DD5C57D08A51160604E3F9D505DF5E1DB02739231646D6C3CB4659173E9109018332CAC69C1A98FE8C75A13C623EE6F2C93E7E3199ADA0DF72AB2139E8D19EBC2B4DE6385EC3CD22B4CE974B3CBA2893C1A7198D85A5812A4F783F77F0117B03C63D5D6DFD8777E29F891A87B7E00D0C84B89599507CAA4476C4B031AD745D58C4D98E4DB96F9417EF4937DA6790939BD6189B7AA8A3BDE03DC385AB926DE2A3D2BC9C83A4332CB69625BF14E1B53C64DAFCD4786FD70083A9165B8B533B17133B35F89829156581EC4BD5764ABD4E438309C80C9928555F77AF8B8FAE52DFD2D8C77CE35E62A6B0E6D3B3015E1A5C87A666E71A4187061F7393B84422AFD4DBEA0E2FF7D02C15C236C6082C406F7369689DFFE91E43FB733A096FAE67DE55F98190AE4E62763EDD8BC7EDA8A7B81C48FE0EB8845852AA0E8D2012C35FF18B2EFD6CA59CE4314969F9F3257E1197A85A9AF96172F28799CCD6A77BC9BBDEA0AFA062C8FCB97747613167D5D11C8B3BF963E79A8DDD264F36719DD4747E95B18BC994290B26359FE38F9DDAA83F6DAA7CAACC669AFE46D029C334D5EE4E3E1B3FE20D33553BB6AB96E24730E02741BBBBA3A30EED0DE0C5A46F77620BA16F926560095618A8FB74A431A4B53A7A95B8E3D7319FD4BFCE21645AE2741FC7D66B7C023EFD8FFDCA209B241B6F872E66E55A26FDD3C8764FCFF6C84F552F35AAD63E0D5FEFEEBE3EFC29A50D1F4569330134CCD1409F607F864454F45B6CA58EB1BE13A7506AD9536AFDF20E2F374BAA0D99EDCDE7BC2CD2191B189AC0A5A996665D1588F7E4694CB1A30EE0AF05C3FA13E0A7ABBA5849A349B9A9BC962956ED617D54BB98D226D64AEBE08681075A07890D6E8358EF6788F5A4C219A00825DD6201BD975B810AC874184C3655C9629592065B201458A990B75526DBC46DCEA94B3209DF8ABFC9D91C67935CB97C6BB849529D6AEF29A62929BDEC61C6A624DBADB8B48EBF3F37C1D37260C9CCA44D995F9767245979253AF15FD7953127CF9CA1B90316F353F03EC9C961FBBD6F87E4E41FF963DAC9F8482CFAE9C8F8E82902DDA1D1C8E968C8AA071D318D0460C412A501F329194D627DCEA6389B944AD5DEFA4418E8F22A18F426FC6B6F2FD364E99930179BD4966EB54DDA94F1B02C7D80DB5C56878D9D12BDAC927046D9D7999B9266B2BEF80C398FD785DBB803AC36918B08E1789481A0E90A7DAA63D654C30DBA9988D5FEFE95614A372B579FFD4C64937F607590C3022BE7408C5FADDEB2D0D5C7D62A36BA6ACB42F785B32CC39384FDD1E7F71CAFE30F70C90BE00FF0C451F0A5C3F0AFD15BA3E065C3F0AB287D14FCC930FC1BBC7168ED539247F31762FDF0C82A1B649AEAD5CFAB5CAACA9EF824E69381E204554313D343D6D264DDBC5EB728FAC921BC7BE74E3A874A3E82AC3F421F9EB48F8F186EF07780D3753C3A076F613F153C7FC90BE0D771F30BE10FD0ED51F0B261F8556446E15A647D8CB6F717F00F960EB5678C46C1AF2363021F24BBD491A3E00F067329FC0AC0E3297E017E953F43F140E427CAA47BB75E1349DCF2F0BEC033BA66447910A2E6C1206D4FD77B28FE50F5FE71D10BE1D719A317C21FE0A5A3E04B87E15F63AD51F0B261F855748AEE4FF7A342F0DB26EABD2D089D44D6D880D31CB85CC23AD18F9242D6A96CE0DD9212D6B98CE2E917ED17A3613CDFA20BC2BCC87A021D4F947AFC09023D9F835F67B817C21FE0C851F0B261F855B47358169D69FB5835DFCFD3F177D37D2512BF19A9CFBE895EB4C4D37DFE7C1CAEDF7DB7B8F8EE6EBE1ED767ACF7F55D9FC1D793608FDB834B2F94955F2CE9722D090FAF701F5E8BAC143D2476A35877643F76E8C8CAA833464AF57A0F0DEC7B0B2ED5D7BE575297B3F164EEA555070E94ACDBB672459CEFD2B9CD65852F711135A753128E56541FB7D4D1B9B4ADEC6CF6C1B539CBDA0FFB957A646E68CC7E7A02E6497357B13ECC33552DF76D94BECFC3AF63C717C21FA0D52370D1EF6AB8187D6D8346B56786E157FF311AFEF2309E474845E90070F1AF10A7448E64D20A5389C30B92271AE549D589B5DC5408B68428E099B41BFC156BAEC3E2DBD93D19512DDDE15C64A48E476B7A7A7B70D4B6F485B921F2E313AA5F2BA97CBB5A3ED9B274575ACCD19688A75E21AB2356A6A5ADF151648EE4E3EE1D2BA798CB74C34BD6D214BC3EC074415E4F064DC78EC6423A3673D10ABFF0F66446093CA5E99A4DA45B740CE4E238C92B75284B37CFC9512D9E15B1C00268406249C88D810669822DC2719436348FA434CE50F3E4AD17C2AFE3B417C21F10691A86336A38D09E17729C7F911C84B6BFA7B64542BF2437191C868B417784F6AF81CD711ED5FEC16038859F00B807C57F4F6D8B5EA6B912E9D71DFC208B4C902DD973B4C6F899CC116222883FF55E9813B0EFA90ECC6262F9BE2D5F2CAFF8A03AB226CA70BCE9AA2F0FFBD5FC76B9BCEAF397B25A7CDDD7152E5DE7E5B64EB49ABF9B8F2DFEFA75EDE39777FEABD979D1F4F8FEEB51352E17F8A7FC1BE77B0751F3EED4AE8CC433CB734E64A61ECD199A23674CE5B44090D3C568985669748E856A9ABFF742F8759CFF42F803D43702A7F80B05FCC9A3F133C3F0AB1A425ED98F7CB92ACE879ED7992844C578D46EEAE89D55AE6A201ADF700C0E76740C0A72545F99970F1F561D0D7674080A72700C66FE087272080E76700A227D460CDEE0CAB975C37D7E8785B1D0F8998EBD4C3DD7732F845FC7192F843F20BBE1C370460D174EBD12388D1B69FB4A351E3F349CB33DBB06A5FBB7D6A0747AFFC71A94EA1549C9FF58841A1E0FA31E0F8CF381B0560F779255744DDA1422F8A1DD0253624B84CD35B22639126DB006EFF0FD478E60DB77F014FE5EDB9DCACA3B6D788AEFC84EDF1B38E48BAF70C8D9EE5618490FAFDAD03D6AEF4F9001C9762E971B92990C76D1705CE54C7D50ACDA07C582AF6191FDE08FDC67E01388AF24FB1A1253474C0B39103CB2FF27644F437B1DFA9CADE780BF92F55E387059C915F9CD482F72ABBC505878A1D27D59AA4D40E0D5C253FCF73B7660FD53CBAEB017376EE43F7FE925E6D8AEA92EE6ABF9276F9FE3FF6A327336DBE1EB37B4DF1124AC9923C6864323E74A38348086CF95C0338D51CF34D09F23CF76B3DBF1BBEA333C5205BB7BF1B59785333CE48C04BB9D75A031CBF774DEDFE3424A8F11F8250ABF34041FFC55EC8F31279CA9B046B39860FA7C16F732E5673930D76FE85C3AD9B3B404B69583CB3DC6DD7C3A83B8DE3AEE26E29E693796C494436DA54AAC906353481AB07CF8BDB3CC079B554AC641A5DCCC7CA046F2F4E166014A3E3643DF4367BF21CE33A0EB66C35A6B3A5A9B67CFF1F69E33C7CB8B9FA6AE88E4F432477D0B57B25F8ADA988B9C1BD9974C274BD518FFCE17E08DD7F832BCB60DDFC6B7F9A9FC5468A73E033C44778657DD12DD686DA574579F4B1DA27B77CBFB170062C5DF8167EA339EF43B01C36185A3422EC41AE6DBCB1CA74F7784FC2835AEA0824F5C3AC9D2D2F8E1EC282E286C7138C51D0AE33B2E8CAF9C8E2F14AFE5CBAEE18D7CC1C8F0A05D007C9C61673C7376F4CC9E316FEF63670CDC64F66FDE5D43658B07EEB246828C90FD1CBE909E7E531F6303BE827762AE009E316407A39CF0C89C853C11D081F188C39E4B17BE8FAFA9D8AD352B18DBF3FC5EADA69A7DF398E0819BF4FC2ABCDBC62A490E4BF72D9E3B7B4C726440958DC72BE705CCB273DBBEABB872CB94D8E86CEC9D8BADE72EB29D65EF3027AF66558265584572A9E66A24EC67FF9B390738670CEDC1FDBD73C77843C4AA10D13E49D86CE750DFA0C84847AFB973A62FE6B671E10D818B8AE7FBB946451C1D332B7A9ED194B9B6F65EB50BEC6728ADCC5DE2EDDDD21DBD13753435338397ACA2FDABF71F28DF59851447BFFD7E8B9AB9F4F936F07121603726D339D3037F8241351F7DD08FA4DADBF03F23F29DFC6B4317D5789EA9EC6F6CFCB0D4B97D157F9639BE86318A6DAEF20A2E72F1AA895C75B9A0E0CDD2B0CE0B2DFC01ED83B48F1A7A5EEA21B15DCFEF438E84A8FF7158487DBE84A96ABFDF283A2F5EB46E51E2C6C8B06D05CB974737FABB578405362E625FE5567DBA72DDFBB98D4549AB7D563D94A59D2CF3C974742F0B0AABF23EB0A028C83FDFC531C3AFF4645AE199ECDA1366DAE352B724569E2F0039A980799FA66705C6D1135464A7474E4E8B1139A9605A8A837823B608C2F1D378D6764EE3E7015EFB20FF0F9CE0C7CD0051C3A81EE6E405EF5BBD604EE46B0D52F0032C5D79534F2372E547D5A2D7C4C13501B1EB432337267AB5CE38B9981DAF6A5368D8B604651CABF759714F9679AAC8236B5EE4A6C4E48EE81966FACCFD837C90D51CFFD5677237DC5B81D47BEF5C35D0D24CF82E9195B09CF8EC3EAE629888A37CA4B07FC434259CED8C0FD870A5AEE6DD5ABDB3462D254507166B4F2D5C1B547FB3AEFA7E476C5B64586BAC67E9E239E16D32CFDD58EFDA253CE7465EDAC9D2948626D529D79859B55FB6AD7BB0FA60ECD684B8CD8B9509E5EE8BB726A8F7752D857DDD62F5F2CC65668B8A632FAA724493B50FBEF2E44B1AC390F12FA7F2360B2D1875D654F9CC29F021E63FEFE2A5CFBBFCE55BBF5D11B82A22AFBEEC5AE3CA6BE52BB2C35605AFFC76CB92B690C8F6F8C4F6C8E0F6B4904A1FCFAAB0F02A4FAF6A59CE9BCB13F7E48ED3303E5B56742A13A85D76D658635CEE9EC4E56FE61C702F0D89A8F3F3AB8B08297567CE2D280A08C87771C90F08285A304CF7EF46E8AED66487D17B1D06260C8D4CC4ACDD284D22E38CAB0372BF69D05256B43F06C8BD26B8FE565DED83CEF8D73AE2035AAFE47B962DB68BD8101FBB2132AC4596D65BBE645513DFEB1233A7EECB0DEBBE59CD62AF9DFC2FD7DEE5AFDDC863CE3924947B446D4E88D91A0F0C18D927E012898E93B3293B7BB9C4A77BC93EAC488E4BC5742733629467F9B7C2DF5F61EFEF4FFC899D97971DF123742F23027068D34C557F388BDC711AFBB7E7599806FB02D2F0EC8ED0AE9808D2678688611E815DD1202BDB4AA9422A3787E4FC951F8EFC78AA55C48CC15AFCEF638E937D5B91293B55F4BBE0E9682C223117B4827E9D0914A3D9D26781523AC188A9654342AD3D9C9546461344556C84C8D4C8D4C86E526CD904D30956D3138B04FB3E4D2C629C244FD411F07F7E77406DB365FA788E5FB98F4FB99FF069EFE7ABB4F7F3138B3C8BBCBC972D5CB8CCDBABC8B3D6CF1E6050609C76CCCBAC23EB407D2008AF1D2B625EDEB64DB091E2C17E6E8B98EEED46C3249B1B389D06DB58D1CD58321EEE00E3247EF9EF8CC7B7C2C7A7C257188FD2CF8F8C873BE059E4EDBDCCD37399B7378CC75F188F3FF4190EF17819B76EA8CFB772D8B3D93363B9C4D817C4492FAF5D3C7CD6999CC1F790ADAEB7491A37FF77C4D2CC01DD2F5BDDA6BEEE7862A0CA951DD6F89C6A2383843F784FF8FEAEBCE489C1BFB3E0397AEEEF07911BF6E5481617847673ED288B7B80F24557510597814C181B749E6B4195DC592C9384A26E760F5AC81D4269A200744F1489D2D87E74933D801AE0FE1ABB0615B21B5126B319E28E136827D78FF22136DBCD58A2ED4C015AC2DE45C1F06EA838070588DF4301121D94C61980BC35227BC64DE89F3D8BFA45BAC84C64864A249FA187226B94C564A07EE60774074A32C7A022E8EB22E0AD677B200221F8EF235BD16CD40AE52B286F41D9026539949350B6423903A583D469FB6C540F387AA0DC87F2138C215C7216740AC6219A8F7A45B7A1FE2EEAE5AE43791DEEFF84FBC7A897B182FB8D30F764B836A15E8933EA154BA098C07363F515DA90B18BA6A154D16F50079C92FB80B714CD15E5C3550355C23CEE9331C3B58ABD84C2C9E902A0D916AE16C5720F816E84070FA11C86B9FF8164DC23A8BF8176E25F5035FE65F0219746EB3B25904B7167A15CA5ED7792775816AE73512EB313DE8377B83AE4206E41647FC29DD4B91C54CB2E05BA1DC262B856C1FCBBE8BC9F2B925FE10A74A034185580065A840E8CD5603F942BA2AF906C8806CF17C0DD4FAF840EA30BA1833EC8C8CF8093CCF90545120DD7768106A30BCCFF5F64EE707D0DCA0990A7AC611A3C5748FF708DA074185D081D1E0A570D4D5429819C8C8E6911B2E74021888630FA208B4D42117F8F76432686C4E751B9F86D923760192BA5AB35105C92B540B41DEE4399892800AFE10B595314C7FC0BE47D2C6DB385FB0A6DE3FE856A44D341A7CEA17AEE0FA0EB6A94CAFD0A57A893F940BB4AC25BB892551AB26C3B0DF86307398D98D4B9F7513819935A674D5022DA8BFEC016D8099FC0AF31164C3E53C9B4300F999FD929EC7C368B3DCC9E641F711A9C1E3781B3E59221DFACE5DAB8BDDC43EE31F758345E642CF2106D12FD295E2CCE10378B0F8B6F8A1F891F4B90445F6225899794496A254D9256C916C94E4997A44772467241F291E4916440435F2356E38B31DC188F31D5630E8FB930E6B6A6BEA6ADE67CCD58CD66CD0ECD7B5A3A5ADE5AB95A27B5EE6BCFD076D54ED35EA5FD8EF6C05893B1BE6363C7668FAD1EDB3176FFD8A363791D679D129D133A3F8ED31B973CAE695CFBB89DE32E8CFB68BCF678BBF119E3F78EFF623CAFEBA69BA6BB56B75BF7A19EA19EAF5EB2DE5EBD137A8FA553A433A44E524F69A8345EDA206D956E9376494F4AFBA457A4B7A4F7A53F4B9FC8C4323D99896C9ACC41E6218B9565C88A64B5B2B5B22DB2BDB26B724DB9BEDC4C6E2B77967BCBC3E597E537E5F7E43FCAFFD4E7F4C7EB1BEB4FD5B7D76FD06FD5DFA6DFA57F52BF4FFF8AFE9F069CC178036383A906F6066E06D506CD06E70DAE1ADC3634319C61E86CE86B1869986C5808FF5619F618DE347C64F88711676461E4641468146F5469B4DFE86BA3DF26584D289CD036E1EA44C3893326364FBC35F1FEC43F8DC71B5B18071A571837196F323E6F7CCDF82EB5EF3FA055E0A50B21D2C2CF5868E15E1B6D01BB8EB931506FA3369ED431D2843BA1CE201D88FA853A8BE24132853A8726604E5D1721076CA2AE8B011E29D43146DA385F5D774286B8525D9F8B3470BBBAEE066DD4F8B13BD2C45D6821FD3584E5A8082DA5BF935082A6203BFAFB0C0E508B04483A5CFD503E3C49875653206B2C8277B2E16E096DED8E4AE19A0530F28B0A53D0548AA504B016236788246701DEA5B4452944A2B6F05601CA0328699D0765163C1DC26E33AAA770F8CC847772510ADCD9C39BB3E9B8E6A9F1CD8411927FF6C81170CE06DCA9F08CFC2A44109479A330CD7C0ED7F3F7A367F7EC93280A2D86FE0AA0CD94BF398AFFDE7334DC0DD13904285402774BE0492EE08E807A253C9F03B8C8133F28E40969114E699642BE294A220BF2C7EF27BF11F29F7FFF0FD1075BC20A656E6473747265616D0A656E646F626A0A31302030206F626A0A3C3C0A2F417363656E74203936382E3735202F436170486569676874203732372E35333931202F44657363656E74202D3234312E32313039202F466C6167732034202F466F6E7442426F78205B202D3733382E37363935202D3332322E3236353620323538332E30303820313130372E3931205D202F466F6E7446696C6532203920302052200A20202F466F6E744E616D65202F4141414141412B496E7465722D526567756C6172202F4974616C6963416E676C652030202F4D697373696E675769647468203635362E3235202F5374656D56203837202F54797065202F466F6E7444657363726970746F720A3E3E0A656E646F626A0A31312030206F626A0A3C3C0A2F42617365466F6E74202F4141414141412B496E7465722D526567756C6172202F4669727374436861722030202F466F6E7444657363726970746F7220313020302052202F4C6173744368617220323033202F4E616D65202F46312B30202F53756274797065202F5472756554797065200A20202F546F556E69636F6465203820302052202F54797065202F466F6E74202F576964746873205B203538352E39333735203238372E35393737203537312E32383931203631302E38333938203732342E36303934203534392E38303437203237302E30313935203536382E33353934203539302E38323033203931342E30363235200A20203435332E36313333203538322E35313935203636312E36323131203636362E30313536203437372E35333931203435352E35363634203636312E36323131203434312E38393435203434352E38303038203332322E37353339200A20203538352E39333735203630322E35333931203238382E30383539203236382E30363634203330342E31393932203438322E34323139203538322E35313935203830322E32343631203834372E313638203838312E38333539200A20203531312E32333035203638392E39343134203238312E3235203238372E35393737203436352E38323033203633332E33303038203634312E36303136203938312E39333336203634342E303433203239392E38303437200A20203336342E37343631203336342E37343631203530302E39373636203636312E36323131203238382E30383539203435392E39363039203238382E30383539203336302E33353136203634382E34333735203634382E34333735200A20203634382E34333735203634382E34333735203634382E34333735203634382E34333735203634382E34333735203634382E34333735203634382E34333735203634382E34333735203238382E30383539203330312E37353738200A20203636312E36323131203636312E36323131203636312E36323131203531312E32333035203936352E38323033203638392E39343134203635342E32393639203733302E34363838203732312E36373937203630312E30373432200A20203539302E333332203734362E30393338203734332E31363431203236382E35353437203537302E38303038203637312E383735203536352E34323937203930332E33323033203735332E343138203736342E36343834200A20203633382E36373139203736342E36343834203634332E35353437203634312E36303136203634352E35303738203734342E31343036203638392E39343134203938352E33353136203638322E31323839203637382E37313039200A20203632382E39303632203336342E37343631203336302E33353136203336342E37343631203437312E31393134203435362E30353437203332322E37353339203536312E35323334203631322E33303437203537312E32383931200A20203631322E33303437203538332E30303738203337302E31313732203631332E32383132203539312E33303836203234322E31383735203234322E31383735203534382E38323831203234322E31383735203837352E39373636200A20203539302E38323033203539392E36303934203631322E33303437203631322E33303437203337362E34363438203532372E383332203332372E31343834203539312E33303836203536322E30313137203831382E33353934200A20203534352E38393834203536322E30313137203535322E32343631203432362E32363935203333322E35313935203432362E32363935203636312E36323131203635362E3235203638392E39343134203638392E39343134200A20203638392E39343134203638392E39343134203638392E39343134203939332E36353233203733302E34363838203630312E30373432203630312E30373432203630312E30373432203630312E30373432203236382E35353437200A20203236382E35353437203236382E35353437203236382E35353437203733342E38363333203735332E343138203736342E36343834203736342E36343834203736342E36343834203736342E36343834203736342E36343834200A20203636312E36323131203736342E36343834203734342E31343036203734342E31343036203734342E31343036203734342E31343036203637382E37313039203633352E37343232203631362E32313039203536312E35323334200A20203536312E35323334203536312E35323334203536312E35323334203536312E35323334203536312E35323334203931372E34383035203537312E32383931203538332E30303738203538332E30303738203538332E30303738200A20203538332E30303738203234322E31383735203234322E31383735203234322E31383735203234322E31383735203538322E35313935203539302E38323033203539392E36303934203539392E36303934203539392E36303934200A20203539392E36303934203539392E36303934203636312E36323131203539392E36303934203539312E33303836203539312E33303836203539312E33303836203539312E33303836203536322E30313137203631322E33303437200A20203536322E3031313720313030342E383833203939392E35313137203637382E37313039203636362E35303339203530302031303030203236302E37343232203434302E34323937203434302E34323937200A20203836342E32353738203138312E36343036203834332E3735203834342E32333833205D0A3E3E0A656E646F626A0A31322030206F626A0A3C3C0A2F46696C746572205B202F466C6174654465636F6465205D202F4C656E67746820313032390A3E3E0A73747265616D0A789C6DD6DB6AE3661440E1FB3C852F5B4A49F41F250801FD3A402E7AA0D317C838CA3430718293B998B76F96D63085B6069B2524E16F1B6CEFCBE976BE3D3DBE1D2E7F3F3F1F3F6C6F8787C7D3FD797B7DFE723E6E878FDBA7C7D345170EF78FC7B76F47FBEBF1E9EEE5E2F2FDE60F5F5FDFB6A7DBD3C3F3C5F5F5E1F28FF793AF6FE7AF871FC6FDF1D3EDE96D3BFFDC9E3FDFFF7871F9DBF97E3B3F9E3EFDFFD90F5F5E5E3E6F4FDBE9ED7075717373B8DF1EDEDFE297BB975FEF9EB6C3E57F6EF9E7823FBFBE6C87B01F772A8FCFF7DBEBCBDD713BDF9D3E6D17D757573787EBA9DD5C6CA7FB7F9D0B57C97B3E3E1CFFBA3B7FBBF6EAFD71F3DEDDDE6347073BD0D18E74B2139DED4C17BBD0D5AE746FF7F4600FF4688F74B31B3DD9133DDB0BBDD82BBDEEDD3077FA1BE64E7FC3DCE96F983BFD0D73A7BF61EEF437CC9DFE86B9D3DF3077FA1BE64E7FC3DCE96F983BFD0D73A7BFCDB4FE86BFD3DFF077FA27FC417FD85B7F6096A03F304BD01F9825E80FCC12F4076609FA03B304FD815982FEC02C417F6096A03F304BD01F9825E80FCC12F4076609FA03B304FD8159A2FE883FEA8FF8A3FE883FEA8FF8A3FE883FEA8FF8A3FE883FEA8FF8A3FE883FEA8FF8A3FE883FEA8FF8A3FE883FEA8FF8A3FE883FEA8FF893FE843FE94FF893FE843FE94FF893FE843FE94FF893FE843FE94FF893FE843FE94FF893FE843FE94FF893FE843FE94FF893FE843FE94FF8B3FE8C3FEBCFF8B3FE8C3FEBCFF8B3FE8C3FEBCFF8B3FE8C3FEBCFF8B3FE8C3FEBCFF8B3FE8C3FEBCFF8B3FE8C3FEBCFF8B3FE8C3FEBCFF88BFE82BFE82FF88BFE82BFE82FF88BFE82BFE82FF88BFE82BFE82FF88BFE82BFE82FF88BFE82BFE82FF88BFE82BFE82FF88BFE82BFE82FF8ABFE8ABFEAAFF8ABFE8ABFEAAFF8ABFE8ABFEAAFF8ABFE8ABFEAAFF8ABFE8ABFEAAFF8ABFE8ABFEAAFF8ABFE8ABFEAAFF8ABFE8ABFEAAFF87BFD13E65EFF84B9D73F61EEF54F987BFD13E65EFF84B9D73F61EEF54F987BFD13E65EFF84B9D7CFBFD475AF7FC2DCEB9F30F7FA27CCBDFE6937EB9FF9CC07FD33FE41FF8C7FD03FE31FF4CFF807FD33FE41FF8C7FD03FE31FF4CFF807FD33FE41FF8C7FD03FE31FF4CFF807FD33FE41FF8C7FD03FE31FF42FF847FD0BFE51FF827FD4BFE01FF52FF847FD0BFE51FF827FD4BFE01FF52FF847FD0BFE51FF827FD4BFE01FF52FF847FD0BFE51FF827FD4BFE01FF5AFF89BFE157FD3BFE26FFA57FC4DFF8ABFE95FF137FD2BFEA67FC5DFF4AFF89BFE157FD3BFE26FFA57FC4DFF8ABFE95FF137FD2BFEA67FC5DF767FB7FF364E5736CE69F777FB776DC21FDC43A6B877B75F936C6699B28D6D2AF67E7DB5314CFDDEFBFFF234D81826FCA1747C8653B3C3BEB17DDBCCD8DDD83BBFEF84C72FE7F3FBBAB82FA7FB22C80AF878DABEEFAF2FCF2FDCC5F36F2D545B540A656E6473747265616D0A656E646F626A0A31332030206F626A0A3C3C0A2F46696C746572205B202F466C6174654465636F6465205D202F4C656E677468203132323132202F4C656E677468312031373830340A3E3E0A73747265616D0A789C957C07401447F7F8CCEEDE1DA002C71D7720B6F310900EC7712088F45EA417F1E808827401150515458528F6A8B161EC25B19710137B8A8AB14493A89F5163D418A326312ADCF27FBB7BC0E9E7EFFBBEBFC9B0B36F67DFBEF7E6D5990184114206A8019168584CBC93ABD9DA242380EC8296993329AB6CA4CAD60121DC1FDA9E09C553F28F0EBBFF3342443B42A3D20BF2B2725D73D3362234DA0CC6BB17004032CC6422DC8F857BCB824955B58EBBD312E1BE0A21725771694E966A7F881821BF6180EFC6A4ACDA32CC472F11F27F05E38795644DCAF39E9E0EDD00C0472494955656D15FA2E308051533CF11C5AB862FF310E229A80B0059CD5D890BE838B11EAE884722E642DD41443781367623EDBFB8F8A878F42542DDDD822F691384F46E11CB8082F5CC334ACDBBCC62071E1146987DA13FE2E336B6771E2004488782EFF29100E9217D90573F183100192223648C84C804899018992209922233648E06220B34080D4643D050C02B43C3911C59A211C80A59231B3412D9223B648F1C90237242CEC805B9220572434AE48E54C80379A251C80B79A3D1C8078D41BEC80FF9A30014888250300A41A1280C85A3081489A250348A4163512C8A43F1280125A224948C52502A4A43E3503A1A8FD4280365A22C948D72502ECA43F968022A408568222A42C568122A41A5A80C95A30A5489AAD064548D6A502D9A82A6A269A80E4D4733503D48A001CD44B3D06CD488E6A0B9A809CD43F3D102D48C5AD00768215A845AD162B4042D45CBD072B402AD441FA25568355A833E426BD13AB41E6D401B511BDA843E469BD116B4156D43DBD10EB413746C37DA833E419FA2BD681FDA8F0EA083E8103A8C8EA0A3E818FA0CB5A3CF61EEBF80793B814EA253E8343A83CEA273E82BF435FA067DCBCEF4767A31D18FAA86F901AD8D17C944E4702BA59BBBC255622AE61F9560A9A42D3A27273A263B9B5E4CBEE9E2534BD491116A7544A41AB1EFC7C2FC4F80F927615650965021B41E6E4528DD4C00C31042CA7324E5C3F97C53B144A270F521543C439250D6786CFF7BCE9CBFB7E76C9B95604C3FD2B7720FB11B3B49A59A34D62ED4C34A0F4B8D13666DE75D7EE3B86D312677EDC1E462B7CC05496EF6412E039356E7E5AE4AB150843A28529B73DDE0AB40067586F710F4C51A7402D5285DDDAD492B77860189946765C57C5E2A92189202A5CCD55DA994015B720C17757C2A3558BFEEC1B2FA0B73C4F4AF86B989E1197684880C9FDC50684E9A0F1E88A51F6FE8BA457A7638C5441171EBEE4DCB3A30CD3E3DDBB3385C733E2A53614A76D016833C3C56AE23E69D3C09B2E0A3A6EE87BC15D433D065394B8D1368250A1AEE08F2F02158791892D6AEEEEE4A378E2E462CD85A2525A1F1B457B25FFDEDAD19195B6FD74FBFBD2D13E3CC6DB7A7579FA8AC3C515D73B2A2E224E132FFFCC285E7E77FD7396DC1C596968B0B2E893376FE3267CEFD1D19193BEECF99F3CBCE8CF6C95F4D9B7EAEAAEADCF4695F4D269E7CD0B1B073EEC5E66F172EFCB699B87D716107336F3CB02C4455B1F326005B34029A911F16E81332AC12CA843C539912332D057B5CA2D5F817ACC4DE74DA00FA0A91D455442EEF2AE25DD6F45F432ED208893FBACA2F743D238D857BF7D277F6EE059DB8463FC43F6B71A37899508601E535DC9FFE8B6DEB34E1FCC79A28623FA33F6AFA0AE508F3E7037688FC865B5959AB185D6165643D82111DCCA5CA4AAB9352012B39467052DE1002E6922F10705752E2EEAE728797ACAD00C8870184CF8C63E5228D515A7254B295BF1DFD3A74A2A74F6908317EDCBD2F8F7E277B238A8C89881D19E288F921F9AA3125C13830465E72CAC8CCDF8DA4A41E2E4FCDFD5C7994C5687BFA4AFCAA42C79058DFD1369EB646C583C7D5F807E7AA48D592DC2D5FECDDE0101E11E06D37DA5658649156EE1B94EF4551B2CC528FA28DC9C4F97E262A47D9687793BC7E429593A59F121C2778506C40BD229FF32D283EF84670EB685BF723FE36DE23F0750AF04FC8CF4DABBEF23E350189A81486841C0484875B721666A970A52426A662824F59837129DD1CE1B921086308419894B657E46E9FD4FF6AFF7C5FCF4C4FF8DF37A3FF957E1337E756B497E215EBE9C7576B6AAE62C9FAF558C2F4E8C7EB4BBE5C1A17B7F4CB12ED95785879AC2C65798667A847C6284FE6A25E9954FA99A6E29DD75854BFEBBCC85E59DFE0417C4046F39E8235B87273CB4CA60A2885C905C604D69C55980AE54A399FCF5A86D29010B01CE3ECA4A6A88CD5A9311976E141C1498637A4C5EBB2839B8A7DFFA53774A6E5A8641743FFF04141B131C4071E65F1E9C50A81DE80410329570F771B5968A14A165414AEF966B257F8269B20FB147DC37E94BE9B93A34B7737F8F6568AA67C292BC4C43F01BA80AFB151EB3A1E4C6592864C6CF413CA94322199A3A922E7E3C1183FA38DD83087B2701AF584F7406BDFA3199EFA6CDB546C48BC6BDC2A6B8514D41FE692D150B95CC929B65C2E24B6D45ED99096B6E14AED14EE3AA5E65465D5C99AEA535555A76E55B6D6D18E58E09AA05026B91D5C39C4C161701A4E1B07A3E1AD713DD75530BEE66415F7D6E657AF08B391D19E9EB123C7D9DAD95AD251ACAEA10D3C3BE21EEF11E8DA45764E2A49537214EF2658FCD0BE39516829B466B448C737DDC869CBCC6CCBCEDE9899B931DB2E68E4C8605BDB60F8499A66B465B1CF72B2DA32BEC623836C99A741CC53D0E7A3C8933A40D56B7D0BF8649929E37179101D8E929D5D3CB253D3487B3E7F4EA43F7EDC4D3CD24841FE59641D19C63F09511FC52B314B0763E8726D2802B51098CA4C2B70AEADFBC0B15EA3C36E9F59B7FB8CC87BCA8458BC94ACDB8CD110C791664E4A2787E98B5ACAE561B16A9587DE61C09B4956900580D741EB5D143DDEA56F364013E57D42109872B2C0FFCADB53849FE2381FDF98D8C0A222AF88202FEF187C27674B7EE1FAD49294DACABCBD64857F75D4705B676B1BC51C576B2BBB91B2A80A3FBFD210FF14815EFF8C88F0F231EC1C6CA79E10E17C39CC4107AB6B0DB49AEAA2D490CFA078F08C9C79BB2BD9AE42610A46AE542AC48CB5837A29840DD84E95E5EDA376C7B6360EF633962C72758D49B7B3578F55B8D06A3ED214454D7055E44711CBBB6EDB5AFFB6B439AF7469825C9EB0B4B4EB272E46C780F206823FEE0FB916F29309E53DD32E23614A28255D90B4E96E65E5DD4DF8E9FD3FA9871ADFA9D79AE65E99F6C69109C20CFD849420C912BE00221A226C599E9ED06A6202B2079E2EB13C9592758427FF08E3F1FD8472A15CA054119E8F0CAE5FE21FE93A4D4C9971A68EA3C51F7CC20EF009EFD7BF7783E3CBB9A7274E3C3D77EEA9A2A25373FD92EDED52FCFC52ECED53880F269D9C39EB5471F1A959334F4E3AE25B1E1A5AE6E75B16165AEE0BB445808DFFC1DAF877AC8D7FC7D838C021C2F067F32E53D608F2556205D8F015228F1D71955C8A50EF9893EF1D738D126BC744C0AD05EF2718F37DEF982E0E0F6587383EB3E85ACA8E2A87DC95D13C3650F57A7277958C73E5C03BEB0E456CB62567332FE22F87A4D181E35CE25D5D1255241E4634DE98BDE8765DED8451E1967398542C3A3797586656BF24C9CA3E3F4C11656B1B37BAF57375E681190D3B46CB03D42166F816939E31691AD0EA02C1FE2BC14ABE15E4C00C85D7B125AE62F2BEEEDF897E6C8C66F23E5246EAE67D17253840D2ACCDFBF00D26EFA34D7B907232F886CC27D7839CAC201F67F0DAE003AC8F94C0F706EAE415284BA420B14A26C0DA2BB1EFEF7B7F77CDB4A6E65977E9FF75EF2FFAAE1535CF8AD1343CF9EE5DBA99E99153EFDD031A13BB55D443FE1AC0E50E79149B5B5A5A59CB86100AAD9E40ACEFD51FA9AC4F6FA4D22124B04111C5B55EFBE97F965178243F7A565CDC94C0D115711F7FFEFD624DDBE6970B08FA07BDF9155125A302268D6952B74D0D9847D35F0B725F7DB4BFE4C6BA883C57A7244F4590AB68A4E399B6A66FCACABF9E9D966D1FEDAA0A733092998616B6AA9BBE2EE172A963DD0F04F9BCC750C70C05798F815A83D3EC5ED5D6EAB636EE9932E1EDBF3CE76105C6DD131787472E2E98D81A11D95A18E0E214E4AF5050B9858B2322974C286A0D8F58CC015D5D3B4F53A8A30B91FDD256A444A72D4F83FFE1927A384D15ED3E5EAD8C56A57559EA3C4A5DA1FB682D2371D68663BB1FF39279F7A16282AC551BAD47F4B8624EB05886B53999D66405BCBEF41E9C16938FF1F944C0EA3BB521F5F178D050D7C1A101F6FE962E491EC409FAB4E6904F5544EEC1A935BBD42E29A3E94BA3C7B867FAC67E541FD1E95DE01F15775952D65E9936AFD2B35DACF01AAE081DEE63EB9235D1AFEB1AB138A4755366D1CE9C8CF55941530B1C7E7248F5F24870089D73B46CC10FEB5C5D037C19FA4127F16FACEEB11AFD6828960D21F38962CD32C4F2B79D7E449CE43B305E30DECDC44425E31310B64D4C407588ED015511581A5AA072CA8FA31FD5CF2632B6E07C1C5EBB86FE843EB06236FD0F7DB9FD0A3EC5E209003CE3B478DC4D4C946E04612D939830A99820203ECF513521144B22ABFC1B67D08F8E6327AC3773058EC4B16B6AE943F4AACD77E9D1DF71F46C205AC8EB40AF10F44524B01E3102D27F05A9920AA4026B11BE297A9A8531DD9DF554F4A5C9D38CEEEE8CA726440B1EB47EDBF4E93BD6E341F4FDF53BA64FDFB69EBECFF89BC3288E3A42257039771ED80A1371090F5A3393C27114D149E3F9CF9E81DDD6D0937127FA9912A033DD973B8D583A5AF0EFA42B7193919B1F24FDA4AB268DB8F9C71F9CCCC04F90389089E3413A1E022785E5E6864113E5848565678785E5C0D841DDC348C43763F180A290881E4677E13B7CB3D77AFC5740637AF713AA03F227D6F707F5D6895C0EFBAEEF2756B4D30D3335EDED9A867ACDE769D55E5ED56969355E5E35E28338E9F9739C7CE830BDE3F9737AC7414DF9BD9DBBEF9797DFDFBDF35E39238BBDE08836B07A00545732D9078456394F38622FF907FD0DDD6140EFC461FFFCC3E83D75E63996FE0A7269807776F11E403CBB61C2F8B70CA0F52BF6FE872EE61EBC27F518FC1D1FFD788BB92F87E79FB2F73F8999FB71707F991D7F53C3DC7F00E3D7B1CF6FF933F7A9BDCF6F7772E31FC3FD63B8FF173B9E9533650B7EDA89F5A74CA47DC0CD17614AD942ACE1E68B7962423C60E7660B12511BA965489FCD998458656A8D855B20BBF2D7D7278EE3EBFFE0B3F4BFE8BBC69686F43DFA672E2E9D410FA81DE497DADA4C9B999D217FE9B2207F21CE7476D2B2AE2E06F705C0FD1587DB0F500B9452F8497DD5C523BED0D7D7F8919DF83AED8D87E2C18696C6780896D1A3B4B946F7EF9439CC3117F75817D237AF0219932B736916142AA6BA3107CF7548F409487789533827A948FA0E31FBC759AD37A7D74EF08C94CF8198C786A26F20EE258F80B8E716C9C4BDC5EDDAB8373C283DD48C96F78628A6AE4C109CE29D436190F18337E64A26939E92890BBFD65075C8FB5210A902922D31978BB1B514C567DC83846243B6D49020DF5151CAEA01BDEACDCCE97FE3FC873FE0D43F1B1C73D696F955451BE859ACAD9EFF655EC99999D91F0CEE77D1DE714CF8B0846D5DDBF6D2CF8F8CCFF80C8B0EC6ADA81B19E3F2D1F1D6F862A5AA383AB2C843514827CC7881337EBE81B3305A30F3217DEEC8F41B6DE3E4119E11E367FCBC7CE9CFF5C1AA7CCD78678FD8ADB396FCB16B7C4E3BFD7CE71EFACFC36A334BE12533C7C1C41AFF591999D5EE81B531098D91200336F6831D0C603C4C2558A48CB422AC157C42409230EB2E58835B09037AF71F76A92EFE4EF1231F88480BC628888E661C71FA0CBD7F9EC605A7318E80444DA0CF5D804B840643BE832A7BAB1A8129577FCB47C8B8AA5D2E536AE3B35CDE44C47CFCD3A4E0295109CBC757DDDB4EB763BDB975A3CBA2E867CFFD0ABC2A8BC006737695A5CC8E37312253D7974E3E56D45990E09BA5FACE29D93B369FD14375F713DE32D0A7118CC7B06426D1925D4991BDB3B22433244993B3F4B98387F0A8D3F53FED2816D2DF1A782696F8567D9A99BDA7D27752B2673FACEC9FF3F15DF1019CF4E24F9C7C2064DE99E9A33302E455B7D66DBC59260FC8F49E707C4512C80D78E51502AFA6C81CF217A680D3CE3BD3A5186F45311E855842D7E3CAD653D9392716D18D78E11D1CB0670F7D8C0EA03BB020FFFBAD5BAEE563C17E7AFFC347F4BEFD8C5CD96552E089916509DCF463E5682AD3B626F2174D2451AF99491CE25DD6D01FBEA6E76B7AC78F83F1FABAE39BC8AB9AF14496663D3336F3B5E634879B91D73A9097F57F9217B02395314B6104455A7C479FD97B048436E387ED45C6F437C69EB1053E959F66677D5A5BBC3ADE97AE238AB7D0B7C54771F26F2FC0E986CD3D5CA24CF41E5A7973DDBA5B55D1ADD9FA0F8F9DA67F5DA9A59357D9CB57EF7F4DD885988F5DE98B9A1AA0750B91061A364D33A75716F80817B3A1EE16E22374875654180582CFB4E2E223F0C2AEDDB1C51B53285184EA21FD3776294C4D2DC08EF42BF19F3F27A7179594145392CE3FEEFE89B43ACB5BC8CACD18316BE642D013B0026B66F248A9508655181738A64C0CC493F0644DB3B966257681E465121D7C82C8C6B15812DFF2413CDEA5B1D1EFD2F02ED38574E372CDF7C486FB5D757DF3E805F8795A7E4D194EA1C0E8B4EB9D37FE5378EEC03E170D21A5721F52256264E206A4280C4901A4298EA4B502D25510D3D51746D636F27E5EFDE436D6464FF1F7F4058AA2B048E4E8646BF40FDDDD6964EBE42C31C3148F043926387FF8E996D1DE9B3F5DED4CEC02897EE1BC64FBCEC8F8BD5B9A1D347EC4170EF3B7EC4D0CDDB173A9ABC6AF676E96002D162C2D1834420E891C433524744000C1109080AF5B8647590D15F4D3C31EF44E3AC1696CB2B735BFBF00BE67386ADE9682F8F65DDEC4B7F0B55D518B3F9D527C76A34213CFF97D46EFCEF7C5F61ECDE3ACE55DC7499A9EA1CF1C3E8CBDCE9CC5A30E1FA6CF9EADDA9D99B9BBAA724F66E69E5EFB3C406FFFF305BDE300362ABFB57EE3ADF28A5B1BD6DFACD0CA9D595F94EAFA21703BBD762A173611413B9E4EAF7FBE8B5E8083D453BCBCA6AA7FE25D9E796FE9B29FEB5FFA55444454F874DA323AA2EE6E64E91600366BA63A964A45326B6BC17FE180388C790BA6BDA6EFED886FFE0FBC402ED24A9FB95A7DF7BFF0C4F91C09CB93C5FFCD157870DCC759354E55D77A7B4F51FF44F4A797E3085CC1BB5CFBE3D2A5D7CAFF51E485474E70EFB425B668D2385D4D847CE321F0E9CACECEFF5F15B5FDFFAF8692FCEFE513666A695E7FE05B9B8D30B611419DA03DE98BD4358DA6D38EBAA6B5B5EEDF7889AC4F66E957BEB36E02543E3D4AFFB60ABB4435ABC7374761D7D5F46FA6F3FFDA449EEB8A4B6E8A8A6A4A26F774796EFA6B3EE0EA8B8B280BCB441213A9DCDD04EC12135E9A9738FEA95D8A8BBF73C2C80738962640F35DE6D1474F9EC641F3880EA65062DFD71B04EF8FE0DE676C09CC59A4D3D389B4F8045D86A3769BCA871BBB9B585A490FE1D107A556234C3C84B211E2DD389A2EA53F3E3BCC6150E4506BF919F89A3CFDBB2B595957BE4B276EE9F6C1E6DED4E3911FADA26F3669F89C4C14C0C741A0632813DD4DB14CAAFDBE4A8695400163D78640818298A0F91A676F72F47219123BC4D5DB710B4ED35C2152E9151D2315232D9C07DABAD97E4F163D2463DE8494177A78145484BCE93A79B3AB157B8C498971718E491D437FA5E59BB70DBEC754F542467012109C3BC3AE9048D5DCC0795DD6DEC302868E1AF117CED5FC4C38936DB473F082CCAC0541F852975A7389C15106B67B476BBB4ACCE4559C929B624825AC993529D34A22DD636EA034F7EB5CDA9C9AA4F9C4AB39445AF85D01FEFE309918BD362A479FD41CE93A16B72996E931380F413DB60EEA3101BB9E662A172A4C0FE187E7CED18F0481F7DF34DE476FD726416045B88B1E86297CE70EFFD56B3DE6793EE088D1E2803450AE9409F3CF9DC38FE847F77975F75FB5333E2E087CF506DE275C5DE1A7309563A8D2E550B2E11B6E6EF424ACF81B2B7EBD30E0024F31968E20666AEAF165DA91D90FED36273BD88884B298FAAAA3CBE557A6E6D8483D21FCD975C1EBAC0F0D041B1D4115831FF2ECA9C06136B9F5722E7F1ED1B3622E53CA0D0915B7624E32B934B35A7664E2F6ACA09A95F159352A9B68CF5149EE03E8DF07CF3D57376E47530C7DDFC022AD9E0829F21EE0EEEF6BAE4A70B48F90442C2F1D3F23D246CF4038C292E7EC2F978FB274CC9A176A97D69AAF315AE316E378C523D36B8A81717F0352CFD2CBD1CE6B084B6703E4F847610E25C88AA3D35ACE1AAE82CDEEDF5FCDBD183723C6D490FE01DBEB9B46CDC8A8BB38ADF6E2ADE822956A624C54B18767B1C8679C0324499A4BF66ADF866EF4C531BA7BCEF3A40FB3B35724C52FCFCF5B99C0AD4F5013403E2374ABC7FF6397B1EA7FD86394FCD7FD4502BEF93BD5ACC36B4FCD0AD502133C7BA7419757F3991DB57517EB3266448B0CB03DFD83913866068E2CF6501547C514B9AB8A4473303EF605460DBE6A7BC2F98DE37E87713ECF1356E6E52F8F4F5A919DFD619296D71A5617DEE2D514F44726E8F958EF7A22CF9020A6EC7C35A7F1C5A692E3ADB15D89A4598BB2303A6A9287DFE46865D268636C6C31F76B490B26F6EEC6D492E00FAEB626B4BB26CF0C099D163327ABD17F88979D22BD99A919204F222D583B1173AB0122A1B63AD26EBD0989A71AAB33191F17844CB670172986047A52EA5F7EE96CA30ED4AC8B91EADDE519F8797526717BC37430B5909D2FA576F57D041B75948CD4740A2FA6F2627C38FFDFA26C59F3A559E69830F4CA0EAD9C2D15474E1B37E3E2B4E91D75EA8618F1006CDDFCD7AAA8220F8F2210AB4A554C0787D4C5840EF5B22A2CBDE890A0AC7E71F473BA614C867D7BE7CE955FE7107B2217E5E62C8B4B5C9699BD289A5B87075F348D9D5B36F79409E5DA752D26416389C0BBE8ABD8CACC7EFFC2AADD19F4D5A28C31392AA2493305147572CBAABCCF676B3C89A505D5AA02764DB402907EC6B7841AFE0EBB1FFCF33376ADB4FB22ADD6C2EFF6C141C2CCF7D7C0F7F9C80019323428C033C9319B94416ADAEA804BF0387A70086D89EDF142FAD3AFF1431C820BF11E4D87E60ABB62FAF81A93DD6979C1BB74F26820BC378F8667FC0B5429B343CFE4A172D64CA5726D2DDECBAC6EAF014B8C2403F3E6454C5926979B97AF499CB0713C7D75428447BC037D3B2B4A99E842A9E9C71366F9ACDA50D41C90B67DAAC690389A91EE92E2A5194B9C88CB721E1FA049EF9531E8408F8C45EF97B105CF8411F2AE4C1D21C3171EBD236482B58B9580EF7F5B43AADAF672CE9C97DB385F30B6D8DDBD78ECD82277F7A25ECB5F4C6BF6ECA2358B9FA4AEC9CA599D92B23A276B4D2AEBE368357594A5DB8A8B2A3ACE8D5B3B108ADEF95A03B636ECF56D33197FA7FF58C7C3317B35ED3ADE0D1C9E6627D1F0968F636C464D35F77C97D9AB612D45C7EB2865F8DD658866FAAA01B898717D6EC7085B6B1EEB781C5A4D248293D1F13BED5D0D6F791CED5C9183A949CC5900A6CE5470762FB4EAD589E1FD872E564B95A6E2C8E18125A329F5A982893C1EFD9740CFAB3058D3C8E28886F97106FAEDB4916144CF7EDB5B5926AF671B5F2AE5F25CC2BBE952A3084B2525E989B9216127DA36545F5ED878B2564CBF1466C585E7FAC57CDDB6AEE16749D4D202E7E8683F577B0F231BD9FAE9C56B12C2E68E73F20CF351D88D32B6912DAF2DD99CCEFA1E71F733E21B5E01D88348EBC764DCDA0E9B700CB752123B3585ABB1BD934AE8636CE79AE3B06D1FE3C7B041E7BF940A7DEA67A3FE1FAF6265D2FD02F457CDE82F1B9185B29E2522469B4905908EABF66460FB62B56FB60ABCFD2F94D0FEA021682D714E3309B4B6309C68EA6CC3D20F3E64E5035A4BED067C3DB9676F0A853FA373F198F6E10A0BDF81AEC38F612F3A87526BDA27DDAEA9B93D8908EC6C433DEFF3F7C0FBF27772579D2CB62FF3C385F421EC95653ECA6CF8401F8B7C2CCE81CB7033D5C02C3C863E4077D499580E37510AE5962675606C39A574E7BAD5985F81D7D239E574E7476B300FFA40FC277E6B3785846C5AE74BC7323440E1444D051A984A050B20EFD472C1E59DD6CC2E2BB30F608BF7623A1F07E63947D9548C8C742DC43EE008F7D1C7EB5C6246565A4738D711FB1F13CBF7266D1F1BB32369AFA6E0574DFC95C41DD1D13B12AF70BCD249D45EF8CE40B040959439DFA17A4B64AC69D4068DF0567BF2F5E874467A7683822DDC2D4F83F4460C9FB8AECCBB80AEBAAB6F6CE8E3E14D6569DA4B6ED6D6DE62843924AD3154C87EA31678190CDF60578AB192CD444D65A6B50418103953F38AB03844ECD17B714E93A3F782F1D92DF4239259FB1771E78DE295ECB60DF8065376E3C690C0CCA62DB3F8A564C335280BE3D05BA66787341E2E999562557886702C39DC18923D7DE39942AB94591A176C40D4ADC82BFBA4B12D7EC8BDBCE21F5585712E5D930627B435EE29CB5FE1125FA8FAA16802E1818DE9679C0E3CA5871106827D3DBE9E30A0EF0BF6BD2CD15F0210C86349B73EFAFCFE9D9A3E8AF95A8A79421EE9B6E16CE188945925871A4372EA34AEB35246149EDDC0107D88C8A45F3224BAC415AA7E2CCEBB3724BEADF193B2BCCEEB772714FDA02A8C775981F3CAF634B6250C262D3036C61C8DAB7025758DF46474249E3B8E25653D81B542C2DA9F35EB01A46BA9A8D6CCA0BAB176A3AC94FEF81115D3AA0EAB8F70528E700B24F0F2F9ED191E2123ACE392A133DACF561E3D8E8DB3EFEE6976E0FBB8EA3DF07B104CFBE0737AE1F7D12B1DF8A25EF879345D07FEA217FE0B9EC3FA14800B4EB0F58F885D4FED5DB903378D45CC8A2A319B67A089E2D6F0BA2C23340F0D8997CCFADCF2D7748B8667FCE619CEFEE9279607359DCEAC6BC23702D96F5CC21BBB6980B36B832C0FC1DC7E2DDAC2D2F42EBC03E7BF177E0F6DD6812FEA859FEFA61978F76FCC7A1B3B3E9CC3DF1DDE339E48D48177A07EECF816801FD081DFEB0E63E1BB01BE8CC5CFC1CFD39B583C9035F20EB1FBC241514CAEF3E02EB75FCCAE3FB17310C3CD013660C7B3EB462CFEB1DAFDE931EF857710E8BDF07BD847073EA7177E1F8B74E08B7AE1E7D187ECFEF74E14449DA5B2B4FB65906EF1ACB1941AD0B5EE1899D5B5FE18997D3488CC6CEF5A7BF42899D3CEE239C13BCF37EEC5F32B5ACFF1C5AC4BB0F42469E99772F27C07DE816FBC177E0F4B74E08B7AE1E75159AF2E6E63C7A769F15C67E99F05F3FB199BEF997367EC443C9D2523ED391ED92CEC469F6FC5B3F6BDACAF7FB98F9E8167A555AA549569F40C76F3EB0B5C7361E6AC0BD54FB067A697778EB7766DED4FDE03C677540AFFFD548CCE19A6DE557EA628689A717F55EBD34595F94B77D45E6F39B52CB77A767955B42AC6BE242BAB960A9B793467DCFEC6CACD438C0D2E7E34F348D6CB8949A9939E2893DDE24B4AD33BEF029F6CEDCB97039FD96C8E7CBD86D39BB7E10CFF1EEF81F3D1BD6ADDF1C25EF8FD085DB8452FFCFC255DF8EE5EFC0FD10DD67F019CDF09794C425F25AE9009DCDF5378B1D9A0485B989BCAB8A48CCB10DE2ADB216E917243127F55F1494EDC07FBB2C9C7A102B7E2E8A8124FBFC951CA241F2196481B2FCD2F39386B84A1FD8C4DD925C7178DED8C8F28506584874CF41EA95BD0576DCF37324E324DAA9A2789585192312FD14699343B8CA9E57266FB412D679AF761824F5914D1169AAF626B3D9B6087A040A8E571A153404F951FB4A050B3D82DD663082B0726EF84DA1AE490ABF547020ECED4A1AC9CF3B5FE68D17BE11D38E6BDF07B68A10EDC420B07F93FE46AA33B4CDDC28EBFA3F547DC9929C845993353BDB5147B6C15C683DE133B74C6DFE3C677437A44CC67F1DFD1FAA30FD91A2BB6FB2135956F09BD21C891D9CBB4C63A2718A40A48955412CAE4BDE503794C932E2136D1C7D73D6DACBC3027B8246190B1E3EE5FE60C6FC32E2F16CE7EB67E6CA997B234297E924A55C2ABA3B735E3E4D77771D3F3F5CB7F5F603DC672C2971B3DDA6CF77423FAE0D983F45F8B7F1DBB509DBC38256EE1B8714B12B43C52D3585D2DE574751AEA95D54A96C732ADCCD7BE17DE81D5EF85DF7B6BBC500B07FCE5BAF82D7AE1E75F72F5E8E7484CEDA396B067822CB8AC195BF5EDD092FCBE3EB5AFAB1F7E139A97171A9C97171C929F1F12929B4B9C7FF142138A73C382727383C272492BCC824342F27BBE7B196AB796DEEF3EE2E694CBB159FAABB5FC6E7B2FBC0317BC177E0F6DD5815B68E1C017E6F0B379243B7EAA164F22EAADF1DE5EC712FE4FEB58FA50B1FE87752CCD4E41D57F58C8D2A1C9424B13D0FABB761F05083CCCAE73CB20C3EFD98500AA7A16B820D7D0D933246557E9139FEEC5BED7F058BA7DE667F9794767E09036F241CF4EE2211C73EF171C73887E5D706DCBC7D70AE8D73A7B8B9C2E085653C5548FEEE493F2DE1C6B1B1B8FD2B4F1A814E20E8946413C3580F8C0C44D66BF44205361B6311BE63A27DCD82AAB670F4542458574B97991D1515DA7BDA8E515831326FAE5AF4A4C5C95EF57186B5119F375F9E7F4CD2D5BB0E5E7555F911D6BD7D2DFB5B511C7FF94B8C80B7FDCB9F3C7FCE1CEE2E7FE010771D2B3E738F97010E39F11FE9D427D675628D4857ACFACC0333D9D677AE855DFB3CD643E31527B4648242337A760FB23BD6784806F784E76B3F9CB6396EFC7F8FB5EF853167E86859FC16790F6DC86601C0EA4B8731BD6C889D8C53E77E2A5B0F309618C1FD673169E59321C01D35603D1773775B5D39E89C2F5D45544BD356E00935FF68C1529B1C2144365A5C0A6BDEF1D23BE5DAE5112EE1AE572E25B2D92CE07CB3928F363397CBBE79C39D4365276FDADD77A653A7D729C4F4A8A0F345AC0769293A95749DEDE8989DEDE493D57905B2A6A254752BECC5E671E6616D0F163BA142F863AB21A2F6885E4E6066D43DB70B9BFF6CC718FFC897B9ACF798F8E1F679F69CFC2F6C87F7B339674504FB08AFE9A7B577BAE9491407C6FAAA152980ADCD923924FEA9D6D6C9CD34754F2D4132AA6D3EA9A41C36516B7EC53A8D8B1E96C6D1A01740EE4E8AC61E98CC00B80441FBC982EED231333591CBE497AEB9E57C537BFD53FB295F4EE3A4D2C6B393C9DA58706AB20C770FA92851570CF9EB4D31E9983F98D841FCF008F3EB32B52C3CC959C84FA91A7540915C2481CB038F913FC3D7D4B70AC6C3DE1F0883EDF7F53D9861022B1EB34D01002EFEE218398FA96DD0B79E7CC33534303AA646CA9B4F77370F038B975D6A28F65134B46619F8558EC1A6AE3ECE6645FD5387F8255EAEC093E061FB3F28BE8FE87F81E70DA6B3DDAFF71DEB9EF1C0E97D8E1E6B8C5E3880E2AD0DE798CFFE89414675F859D4310710227B5C4A7CE0A4D0ECE521FD35764078906BBDA8CF458E231D2CAC16A5870E128BF12DF80B47EFAFD33628AE6B3DFD7EE69B0734FCA44B8F4229634F74E30462510F35683FF18CAF2AC73DE5CA67BA890E1BB8E300E1CEFE25D101054E041DF9CF364F5BA27B3FDB6AEFA99A8BE89FFF02F9AE01D90E9E65110B6F8FAE4F2B333E3DBBE6EB9DDAF93D3A19CEE2714B3A7EBA69581CE5E675FDAFA6F0792B8732C14B1B4AD733181156440457078996F405DF2820561A53EEE597E7EC5FE98FE91F8E0C5CA550FEAD7D4152F8F5C42778B4BCFCEF4887754A48FF6512BEF2952BD4725B938258CAA3F5D5276BC6AFA36B37E86EA25E3679C65CFA5E5814F1DC09E4730624F6C29A06C34654EA731BF72934794764CA3CBC92A5AC6C743B1FE73F206FDA9667EFF97F43F38AE98126BCF688E07DE3E021C56EFE10D26768408E202C9AEDC71C77288AA557F3453D896F49B3826A2D23F607254C0B4E1F4D31072AEA6C64ACF666D66DECE19C1CDAFC5E567EB47A5BA04D4C6C44C0B543A3893865D74937B70E8EC03452B1ECEE1F6F7A96B20D3E1DCEF3459714B926FEF192B7A85A91337B9BD296257F9D5ADD909EB6ECF5F7AB7D990BE2AAA49C96E0A34185EBE24B6B1A3B6E5D5D6F0AA40FFAA70953AC4DA7FB238723B36BBD08E6D2E15579E9A1633AEEADA523FB5CBB41F5B563E9EF322644A64446D886D78A62A6C4A1837DF90E253E9DC1E7225BB8423C47BC1A33B5242CD12EABC415737EA74E4F6FA9F50D759DD734263B4FBC8CC0135E55BA7D07B14E1DDD0FFEE722FB17A2B4D2F4D5C3CAE66D9DCC72B96FFD6B4A22A7571D2525AB335AAC2D7BF323CBCD27F4C55A46F8EA7478E9F5F8E8747AEB8E478EDF8B58546FAE647A6561E2C28385839F588B9BE51E1DAF1B5C74BEEAA727CFDF3BC46E505F8667B101FB9A57B79A7B9BAA6797BA5BB717901E46CD7788FFBE46F2DD36E7FEBECA5488103366DE193AE6FFF2A0751B7F4DE0223EC68529D9ADD1404725F1CD7F85D4DCB9BCDE597B76627AEBD3D4395116C13501511363930A05252796EDA58F5E4EB4B7DD58ABA9F9A57FED644446DA71F5E68A7BFBF3489F81B64EF115A1B1632250226A277EF81523336CF9C8369C0F694BA67BD7216F50C7F0BF977BFB72310B60ACCCC0C0CCCCAA29EA5F9FAA6A5FAF972E714D8BD1206577FB6AAEDAB38EBB143EE67B346DB448E06DC850DEBC39FF8F9B26771A9BFC822F0377ACC6A3998141894350EA53BB1EC0196D16F16527F09B00D7D43B003C66EE511A49A2FE4A2219BAF08E49CA5B0BF5E05C6B2D029D24B613654467C4C96A73B878F520C1C3E946C23AA78C4D09143DDEDEA17C0C5D5694633E7FB73F8FAC43CC10B6DB6FCEFBFCBA0F5E76209AE8EAD0B0EAE8B8D9D161C3C2DD6CDDFDF0D1A5FDFAF3428A8D4D797F9E9D7E8EBE2E2CB34A0D395984D6690316C8C54CA4C5D490762F6F9F39C3CCDBA4F50D7F8C6CCB3646B2CDDB58C1AB96C4C1EEF713E430FB58398C7DFFDBFD013393D3C7C7A64645D78785DA46B70B0C2253898DA113C3924A42A38B82A246472F0826057D7A02057D760F8661CE4ED2BA8969E6F7E5648FE54E8984EA9D3DFCDA714E4E623E753B4E914937C53C8FF87B4AE1F328CBCFF46A41EC301BA5BDDD4AABDAE7DBD5F132FDEA1F72B5B7D1088FB07EF71BF636C5AF57AFFDFAFE1397AE7DF6F3C5F1C4A7DCAAC4C413E7110C5F2062135DF0C3551AD680871085D035AD5542736108C45DBC843C883178A527925E83A2F126591B3D1067237AA84FBA3E41EB83F8B328927683B8F8F1AA86F500CE46FDB89C7E809B1039592BF217F7837827F1A8D150C80968E22A8A9288BF71AB9E05FB4DF2F44DFF05C9084371A25EA0D43C77899281668F886A4D0766801D414C8874AD061C05B431E472D0C7ED2020DE2D9A374687BA13540CB80E60FAD1CDA38681F404B65FA2C3DC7510DE0D802ED0CB40B40438C9E0CA9193A7811A889F71BF4CF01FF37A1ED434D7C0CF76F50133106EE77A340DE09B8CE454D822A78660ECD169E3BC15505573F781F68E725A308DE4FD0079C7A5180F72152F07E80EB5854067C1C6268866B3EF90B0A624E3380CC36529B01773F901B3307FD502C751AC5924E48CC33847E276A20EC500561D77D91FA98ED3708A2602CC0A987ECF806E61DD21FEEA7A168E229549FCCB3F36828FF021A0AEFD852DFC17539AA25BF04B9BD464FE19A0FFCAF62F97EA7E939C215E4C0CA40A71163BA7F63E400D71668BBF96224EE91C1BB0D70EF64AF8C1C741B238734348BE70F3881E7F73541285C0F7232D06DC0FF1D8677B8CE82D6467DCBC98691C1BB0DBEFF39DBEFD4CAA9A7811C5839C355CF12A905BFC25886A6A968140506C158085187365371D0FCD0663DD03DEC0F15C597A8867F82A92DB00159C99C84461BA06D87F604EE23080734167F4297912E2812E41B429A33B1146DE4E9A3129E2DCAE115A23CEA0D1ACF7305B96E05FD50826CA0CFF003E3187E98DF2A0C80061538CA21172357EA77C4FC2D831CEA5714C7D0A4B5D96128136D415DD816FBE263F824E148D4128DC40AE219F18AB42503C932721F798C7C41995083284BCA839A485553F3A8D5D42EEA19D54575F106F16C78D1BC363E9F9FCFAFE6AFE61FE7DFE7BF121002638195C05D3051D02868112C137C24F858B04B7040D02E382DB824B82D78A5D75FCF46AF58EFA9BE587FACFE02FD63FA97F51F1A5819F81A441B9418AC33D863F0573FCB7E69FD1AFA9DEEF7577FDFFE09FDA7F65FDDFFF600C9008F01D903AA06340E583160DF80E303CE1A0E344C326C353C6FA467E46834C3688BD13EA3E346F78D5E183B1BA718B7187F25E40B6D84C5C256E111E10D938126D1260D261F9AFC68F250642F4A13E58B2A4433440B442B44EDA2AF44574577444F44AFC494D8583C486C237613FB8A23C529E25C7199B84EBC4CBC41BC4B7C447C5A7C497CD354CF34D074AC69BA698169956983698B8492184B06496C246E125F49A42445922B29931C977C23F95E7257F254F246CA97BA4BFDA5D1D23469BEB4423A43DA2EFDCA0C99F53733334B379B68566B36CF6C99D906B34FE1BFD3664FCDC5E6B6E61EE6A1E605E675E6ADE61BCC8F9B3F1C6833D063E0C4818706DEB0105B645B545B5C1D347C90F3A0D0419983AA07AD1BF4CDA01B831E0C36193C6C307BAE09FD861A21529741E685DFF2D0DCFD00D4067E1D53FAD06F657D3CD3C7C800EEB83E810CD16A6D9F44E9689BB64FA18198D2F679C81D0FD1F6F9488C13B83EC6A83F2ED0F695488F5D9D60FA1EC80CD769FB9E005FA6EDFBC2F88FB47D3F6480B781DE327FBD610AAA4085ECDF75A8022D7565FF9E843BF412009207D730A859AAA05701FDB1F0B3144D84BB1C76B41F9A0CD70280317F016218B261B15401D64A340AB24C27C05BC88E988CB29123BC558A260194193D099A133CEDC13E52E74B71F07302BC538CB2E0CE0DDE7466E9F2D2E273000A99FFDC900A703A03EE6C78C6FC158B28685E3A981CDEC1F5EEBD2E776F3F4962A195F0BD521833EC7FA442F7CBFEF06631CA45C970DF23E11E580CC8A80AA039F0AD62C01E0FFDA930CE05B0314FC2A0314F981171ACD4B20033C9A917CDFC5D8BF7FCFB7FC9B65CBC0A656E6473747265616D0A656E646F626A0A31342030206F626A0A3C3C0A2F417363656E74203936382E3735202F436170486569676874203732372E35333931202F44657363656E74202D3234312E32313039202F466C61677320323632313438202F466F6E7442426F78205B202D3738372E35393737202D3333342E3437323720323538332E30303820313131322E373933205D202F466F6E7446696C653220313320302052200A20202F466F6E744E616D65202F4141414141412B496E7465722D426F6C64202F4974616C6963416E676C652030202F4D697373696E675769647468203635362E3235202F5374656D5620313635202F54797065202F466F6E7444657363726970746F720A3E3E0A656E646F626A0A31352030206F626A0A3C3C0A2F42617365466F6E74202F4141414141412B496E7465722D426F6C64202F4669727374436861722030202F466F6E7444657363726970746F7220313420302052202F4C6173744368617220323033202F4E616D65202F46322B30202F53756274797065202F5472756554797065200A20202F546F556E69636F646520313220302052202F54797065202F466F6E74202F576964746873205B203538352E39333735203333372E38393036203538382E33373839203633382E36373139203736312E37313838203537302E33313235203333382E38363732203536382E33353934203632322E35353836203931342E30363235200A20203436332E38363732203636302E31353632203637382E37313039203636322E31303934203433382E39363438203435392E34373237203637382E37313039203435392E39363039203437312E36373937203336352E32333434200A20203632372E39323937203539382E36333238203333332E39383434203336342E32353738203333332E30303738203438392E37343631203636302E31353632203834352E37303331203838312E33343737203931392E39323139200A20203535392E35373033203734362E353832203233362E38313634203333372E38393036203535312E32363935203634382E39323538203635342E3738353220313031352E363235203637312E383735203333382E38363732200A20203337362E39353331203337362E39353331203535392E303832203637382E37313039203333332E39383434203436372E37373334203333332E39383434203338382E31383336203634362E34383434203634362E34383434200A20203634362E34383434203634362E34383434203634362E34383434203634362E34383434203634362E34383434203634362E34383434203634362E34383434203634362E34383434203333332E39383434203334322E37373334200A20203637382E37313039203637382E37313039203637382E37313039203535392E3537303320313031362E313133203734362E353832203636312E36323131203733392E37343631203732322E313638203630372E34323139200A20203538362E39313431203735302E34383833203734372E30373033203238302E37363137203538342E34373237203731392E32333833203536352E34323937203933312E36343036203736322E323037203737302E35303738200A20203634372E39343932203737362E38353535203635362E37333833203635342E37383532203636372E34383035203733312E39333336203734362E35383220313033372E353938203733382E32383132203733302E393537200A20203636342E30363235203337362E39353331203338382E31383336203337362E39353331203438362E38313634203437362E30373432203336352E32333434203538302E35363634203633302E33373131203538382E33373839200A20203633302E33373131203539352E37303331203339372E39343932203633312E38333539203632322E35353836203237302E39393631203237302E39393631203538302E30373831203237302E39393631203931322E35393737200A20203632322E35353836203631332E32383132203633302E33373131203633302E33373131203430372E32323636203536302E30353836203336362E32313039203632322E35353836203539392E36303934203835302E30393737200A20203538302E30373831203630322E30353038203537322E37353339203436382E3735203337312E353832203436382E3735203637382E37313039203635362E3235203734362E353832203734362E353832200A20203734362E353832203734362E353832203734362E35383220313032322E343631203733392E37343631203630372E34323139203630372E34323139203630372E34323139203630372E34323139203238302E37363137200A20203238302E37363137203238302E37363137203238302E37363137203735392E37363536203736322E323037203737302E35303738203737302E35303738203737302E35303738203737302E35303738203737302E35303738200A20203637382E37313039203737302E35303738203733312E39333336203733312E39333336203733312E39333336203733312E39333336203733302E393537203636382E39343533203635372E32323636203538302E35363634200A20203538302E35363634203538302E35363634203538302E35363634203538302E35363634203538302E35363634203931302E31353632203538382E33373839203539352E37303331203539352E37303331203539352E37303331200A20203539352E37303331203237302E39393631203237302E39393631203237302E39393631203237302E39393631203539392E31323131203632322E35353836203631332E32383132203631332E32383132203631332E32383132200A20203631332E32383132203631332E32383132203637382E37313039203631332E32383132203632322E35353836203632322E35353836203632322E35353836203632322E35353836203630322E30353038203633302E33373131200A20203630322E3035303820313031372E353738203938372E373933203733302E393537203638342E35373033203530302031303030203331302E35343639203534302E30333931203533312E37333833200A2020313030312E393533203135372E32323636203834332E3735203834342E32333833205D0A3E3E0A656E646F626A0A31362030206F626A0A3C3C0A2F4C616E67202866722D465229202F506167654D6F6465202F5573654E6F6E65202F506167657320313820302052202F54797065202F436174616C6F67202F566965776572507265666572656E636573203230203020520A2F4D6574616461746120323220302052202F4F7574707574496E74656E7473205B203C3C202F54797065202F4F7574707574496E74656E74202F53202F4754535F5044464131202F4F7574707574436F6E646974696F6E4964656E7469666965722028735247422049454336313936362D322E3129202F496E666F2028735247422049454336313936362D322E3129202F446573744F757470757450726F66696C6520323120302052203E3E205D203E3E0A656E646F626A0A31382030206F626A0A3C3C0A2F436F756E742031202F4B696473205B203720302052205D202F54797065202F50616765730A3E3E0A656E646F626A0A32302030206F626A0A3C3C0A2F446973706C6179446F635469746C6520747275650A3E3E0A656E646F626A0A32312030206F626A0A3C3C202F4E2033202F46696C746572202F466C6174654465636F6465202F4C656E67746820333537203E3E0A73747265616D0A78DA9591BD4BC35014C54F5B45D14A071D441C325471684114C451EBD0A548A915ACBA24AF692B24694852A4B80A2E0E0507D1C5AFC1FF4057C15541101441C4D9D1AF454A3C690A2DA283F7F1727F9CBC7379390182294DE8768704E886636592096929B72C75BD20C0D52859D8E66C3A9DC29FF579E79FBD8D7BB3F0BFEACDABB60002DDE429615A0E79869C5A774C8FB7C903A224E7C987E498C50B92AF3C5DF1F9D9E3A2CFEF1E5BD9CC1C10F4664AC53656DA58942C9D3C468EEA5A4534EFE37D4958351617D887B887612383241290A0A08235687010673798D9EFBEF1866F1E657A049F26AAB0E828A2446F8C6A855355F60275954B43D5CBFD679E766172C29F1E4E009D4FAEFB360274ED00F59AEB7E1DB96EFD18083D021746CB5F664ED31FD46B2D2D7A00443681B3CB96A6EC02E75BC0E083295B72430A71070B05E0F514E8CB01FD3740CF8A9F55F33D4EEE81EC067FD135B0B70F8CF27C64F51BF5BC67900A656E6473747265616D0A656E646F626A0A');
INSERT INTO "stored_file" VALUES(5,'programme.txt','daa14427717c3d507d347b1404765531236410c88eb613f2796ca9b0133cdb32',X'50726F6772616D6D65206465206C61206A6F75726EC3A9650A');
CREATE TABLE tag (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	sort_key VARCHAR NOT NULL, 
	CONSTRAINT pk_tag PRIMARY KEY (id), 
	CONSTRAINT uq_tag_sort_key UNIQUE (sort_key)
);
CREATE TABLE "tax_receipt" (
	id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	number_text VARCHAR NOT NULL, 
	form VARCHAR NOT NULL, 
	form_version VARCHAR NOT NULL, 
	article VARCHAR NOT NULL, 
	nature VARCHAR NOT NULL, 
	scope VARCHAR NOT NULL, 
	issued_on DATE NOT NULL, 
	issued_at DATETIME NOT NULL, 
	donor_id INTEGER NOT NULL, 
	donor_name VARCHAR NOT NULL, 
	donor_sort_key VARCHAR NOT NULL, 
	donor_postal_code VARCHAR DEFAULT '' NOT NULL, 
	amount_cents INTEGER NOT NULL, 
	gift_count INTEGER NOT NULL, 
	first_gift_on DATE NOT NULL, 
	last_gift_on DATE NOT NULL, 
	replaces_id INTEGER, 
	snapshot VARCHAR NOT NULL, 
	salt VARCHAR NOT NULL, 
	pdf_base_id INTEGER, 
	pdf BLOB NOT NULL, 
	pdf_sha256 VARCHAR NOT NULL, 
	previous_hash VARCHAR NOT NULL, 
	hash VARCHAR NOT NULL, 
	CONSTRAINT pk_tax_receipt PRIMARY KEY (id), 
	CONSTRAINT ck_tax_receipt_article_known CHECK (article IN ('200', '978', '238 bis')), 
	CONSTRAINT ck_tax_receipt_nature_known CHECK (nature IN ('money', 'listed_shares', 'waived_income', 'waived_expenses', 'in_kind', 'skills', 'other')), 
	CONSTRAINT ck_tax_receipt_scope_known CHECK (scope IN ('donor', 'gift', 'period')), 
	CONSTRAINT ck_tax_receipt_amount_cents_is_cents CHECK (CAST(amount_cents AS INTEGER) = amount_cents AND abs(amount_cents) <= 1000000000000), 
	CONSTRAINT ck_tax_receipt_amount_positive CHECK (amount_cents > 0), 
	CONSTRAINT ck_tax_receipt_number_positive CHECK (number > 0), 
	CONSTRAINT fk_tax_receipt_donor_id_contact FOREIGN KEY(donor_id) REFERENCES contact (id), 
	CONSTRAINT fk_tax_receipt_pdf_base_id_stored_file FOREIGN KEY(pdf_base_id) REFERENCES stored_file (id), 
	CONSTRAINT fk_tax_receipt_replaces_id_tax_receipt FOREIGN KEY(replaces_id) REFERENCES tax_receipt (id), 
	CONSTRAINT uq_tax_receipt_hash UNIQUE (hash), 
	CONSTRAINT uq_tax_receipt_number_text UNIQUE (number_text), 
	CONSTRAINT uq_tax_receipt_replaces_id UNIQUE (replaces_id), 
	CONSTRAINT uq_tax_receipt_year_number UNIQUE (year, number)
);
INSERT INTO "tax_receipt" VALUES(1,2025,1,'2025-0001','11580','05','200','money','donor','2026-11-22','2026-11-22 09:30:00.000000',3,'Thérèse Roux','roux  therese','44000',12000,1,'2025-03-06','2025-03-06',NULL,'{"amount_cents":12000,"articles":["200"],"association_city":"Nantes","association_country":"FR","association_name":"La Coop des Rives","association_number":"W442000001","association_postal_code":"44000","association_purpose":"Relier celles et ceux qui font vivre les communs.","association_street":["3 quai de la Fosse"],"category":"oig_association","category_detail":"","decree_on":null,"donor_city":"Nantes","donor_country":"FR","donor_first_name":"Thérèse","donor_last_name":"Roux","donor_legal_form":"","donor_postal_code":"44000","donor_siren":"","donor_street":["12 rue des Lilas"],"form":"11580","form_version":"05","format":2,"gift_form":"manual_gift","gifts":[["2025-03-06",12000,"cheque","money",""]],"issued_on":"2026-11-22","logo_sha256":"","nature":"money","nature_detail":"","number":1,"period_end":null,"period_start":null,"previous_hash":"","published_on":null,"replaces_issued_on":null,"replaces_number":"","scope":"donor","signatory_name":"Camille Aubry","signatory_role":"Trésorière","signature_sha256":"","words_1990":false,"written_number":"2025-0001","year":2025}','d94d5d92d7d95ee22ef7cb38abe2e375',2,X'31392030206F626A0A3C3C202F46696C746572202F466C6174654465636F6465202F4C656E6774682031313536203E3E0A73747265616D0A789CA5564D8BE43610BDFB57F81E5097AA542509C24296D965E7904360208190832CDB59C20E4B2609E4E7A74AB277DCBD1FF474C6B446B2ACA7A7A757259DDE7E7C7AFCE5E3E4FE7A5F9E9619C6BB8FC3EB87E1F4D67F0763743C3EAC033892518BAC45E0F1E9F7C18FA08F1FD93BC051449C0FE3C3E3F07D5822CB5C5244591124609455EB417F6CEDA8A5D58B447E353EFCA113A14EE4B77914D721DB34E90BD384B84F4348A03FC659FFDBE337B0AB58FB4897B46759658941BC95D713DB910ECCBC71C36AAC102A1E7879D8B00CCC9315F10846DEBBE4955670C20D8C8324D3B2C448A61FABAA91636AA097C3186D993B079359B7A2892E1C092154C95245297F7178680B6CC3833ED01710962E8941B4616FCC1B6796F166197039E882329B463936B9839836E493ADF371E0901DCADEFE3030EB977E6FB3D26FBDD9B1FFD4426F7D75D8DBFA2FFA36766B07DBE41D89D97AF7797AABEE347AF3C3107448DC9B817A5F83D91BB88DEBCD4EE1C3DEECFC36904EFD6C9D75783FAC3D82CC3FC9C57085B5354E5CA26EC56056D46D32CD39E299B195E515F1187C70B0A12D8A36235039E0240759BEED459F2E91CEBCF7423E802EE78EA2B62C491A2B33E5ADBC0E88673172033BCA5E7DDBD5F23D5345EAF17623BB03E255A1F842BEA9B9BDF125D531187204DD1D6A09ACDECEFB19F93907BC882122398C9F519C75B35937FD0649515A6A3D225EA6A46BC991D708F4472806DD837C8B0F89D8A2F9484BD4394A4C76175EEC9A8093D8BFACCD0B2D0EF427EA05D29F97DC4F492B855A16D0A5963906349EA26FF48BE7F3F3D94FD27246ABB17DADDF6AE6300FABF46C62B53E8BDF8D65C334AF1BA6D6F38A3D32F58416F35136C4ED04CFBA7D30511F83D1B6526B674766E78280893CE6839EED10459792E979E9B7E01DF538C162CFD9E1D9DE68ACB42C68EEBE255630B8B8E589CD884DFBB602E56E8AEC1A56D32E6EF17FB18217C4D0F38CE684AE4DB43D5E24369DFED77A20B88CFB39D1CE884FB7AACFF6BCEFF8DEDF3D72FBBA9E67D6DD115CB5242DB78BD857EE06B85D273FEFA1AFF684F32BE835B2607651F6536A8F8D05D4D35FB928EEC3839EFC1C0FE3358F7A892D51795DDDF15A2947076FF3C23ECE548F3D72734F4E16E18A4596FFC553D4BA5754B5162541C3D73A5173846949362710EB43AD46048D07EA13047785FF6C0C4045D84858633B67B3665FD224EC248DF571787D3F9E7E1EF5A2727AD7CAFB1FC7BF9FFE59C6D3DDF8AB2EE4B7F1F4763CFDF0EEDFF1FE6E58175C304CB4A6846B85A8778634159C3296B268CDCFC9E756CBC1B3D75AC290788AFADDBA14FB9BD60410E20A0200A50428B0408694175E792148B416BFD0C23551B558ACC0FAD24F6115E434F92AA0E933A482546B59A625654D48AA4205BD492F0AB86AAFCC29F32AC410042A2D75E2C4001ADACC21D1A4578C863267DDCC12264CB3DE10B08A609AF4705CF3EC39D5D59749D9841472F52BA39E0E4923B462C229310B2867F65044A610179545D764FCD2ACEBC5148A2F5935C0E823A719A6522B94A0D24D2512AB8DB3BD4B544A354DED6096CCB02E59A9CA32A757C39BFBF1A7FF00CC60EE720A656E6473747265616D0A656E646F626A0A31372030206F626A0A3C3C202F5469746C65203C666566663030353230303635303065373030373530303230303036363030363930303733303036333030363130303663303032303030366530306230303032303030333230303330303033323030333530303264303033303030333030303330303033313E202F417574686F72203C346336313230343336663666373032303634363537333230353236393736363537333E202F5375626A656374203C34363666373236643735366336313639373236353230333133313335333833303261333033353E202F43726561746F72203C343336663666373034343635373336623E202F50726F6475636572203C3532363537303666373237343463363136323E202F4372656174696F6E44617465203C34343361333233303332333633313331333233323E202F4D6F6444617465203C34343361333233303332333633313331333233323E203E3E0A656E646F626A0A32322030206F626A0A3C3C202F54797065202F4D65746164617461202F53756274797065202F584D4C202F4C656E67746820393635203E3E0A73747265616D0A3C3F787061636B657420626567696E3D22EFBBBF222069643D2257354D304D7043656869487A7265537A4E54637A6B633964223F3E0A3C783A786D706D65746120786D6C6E733A783D2261646F62653A6E733A6D6574612F223E0A3C7264663A52444620786D6C6E733A7264663D22687474703A2F2F7777772E77332E6F72672F313939392F30322F32322D7264662D73796E7461782D6E7323223E0A3C7264663A4465736372697074696F6E207264663A61626F75743D22220A20786D6C6E733A64633D22687474703A2F2F7075726C2E6F72672F64632F656C656D656E74732F312E312F220A20786D6C6E733A7064663D22687474703A2F2F6E732E61646F62652E636F6D2F7064662F312E332F220A20786D6C6E733A7064666169643D22687474703A2F2F7777772E6169696D2E6F72672F706466612F6E732F69642F220A20786D6C6E733A786D703D22687474703A2F2F6E732E61646F62652E636F6D2F7861702F312E302F223E0A3C7064666169643A706172743E333C2F7064666169643A706172743E0A3C7064666169643A636F6E666F726D616E63653E423C2F7064666169643A636F6E666F726D616E63653E0A3C64633A7469746C653E3C7264663A416C743E3C7264663A6C6920786D6C3A6C616E673D22782D64656661756C74223E5265C3A7752066697363616C206EC2B020323032352D303030313C2F7264663A6C693E3C2F7264663A416C743E3C2F64633A7469746C653E0A3C64633A63726561746F723E3C7264663A5365713E3C7264663A6C693E4C6120436F6F70206465732052697665733C2F7264663A6C693E3C2F7264663A5365713E3C2F64633A63726561746F723E0A3C64633A6465736372697074696F6E3E3C7264663A416C743E3C7264663A6C6920786D6C3A6C616E673D22782D64656661756C74223E466F726D756C616972652031313538302A30353C2F7264663A6C693E3C2F7264663A416C743E0A3C2F64633A6465736372697074696F6E3E0A3C786D703A43726561746F72546F6F6C3E436F6F704465736B3C2F786D703A43726561746F72546F6F6C3E0A3C786D703A437265617465446174653E323032362D31312D32323C2F786D703A437265617465446174653E0A3C786D703A4D6F64696679446174653E323032362D31312D32323C2F786D703A4D6F64696679446174653E0A3C7064663A50726F64756365723E5265706F72744C61623C2F7064663A50726F64756365723E0A3C2F7264663A4465736372697074696F6E3E0A3C2F7264663A5244463E0A3C2F783A786D706D6574613E0A3C3F787061636B657420656E643D2277223F3E0A656E6473747265616D0A656E646F626A0A787265660A302032330A303030303030303030302036353533352066200A30303030303030303631203030303030206E200A30303030303030313038203030303030206E200A30303030303030363935203030303030206E200A30303030303031363936203030303030206E200A30303030303032353139203030303030206E200A30303030303033303130203030303030206E200A30303030303034313133203030303030206E200A30303030303034343434203030303030206E200A30303030303035353534203030303030206E200A30303030303137363038203030303030206E200A30303030303137383634203030303030206E200A30303030303139393137203030303030206E200A30303030303231303234203030303030206E200A30303030303333333330203030303030206E200A30303030303333353931203030303030206E200A30303030303335363239203030303030206E200A30303030303337363833203030303030206E200A30303030303335393134203030303030206E200A30303030303336343533203030303030206E200A30303030303335393734203030303030206E200A30303030303336303138203030303030206E200A30303030303338303338203030303030206E200A747261696C65720A3C3C202F53697A65203233202F526F6F7420313620302052202F496E666F20313720302052202F4944205B3C37323832373534356137376130396566626465333334393337643638663864383E203C37323832373534356137376130396566626465333334393337643638663864383E5D203E3E0A7374617274787265660A33393038350A2525454F460A','f35e2e00012f174e8f69996b23a71f6ff87a2ac05919f0f8192744c4aaf0b34a','','eac18e1eaa6609227341a8cbf1b5222ab5ff04989ca7b685c0593bf47fa3ad48');
INSERT INTO "tax_receipt" VALUES(2,2025,2,'2025-0002','11580','05','200','money','donor','2026-11-22','2026-11-22 09:30:00.000000',2,'Yann Le Guen','le guen  yann','44000',5000,1,'2025-01-06','2025-01-06',NULL,'{"amount_cents":5000,"articles":["200"],"association_city":"Nantes","association_country":"FR","association_name":"La Coop des Rives","association_number":"W442000001","association_postal_code":"44000","association_purpose":"Relier celles et ceux qui font vivre les communs.","association_street":["3 quai de la Fosse"],"category":"oig_association","category_detail":"","decree_on":null,"donor_city":"Nantes","donor_country":"FR","donor_first_name":"Yann","donor_last_name":"Le Guen","donor_legal_form":"","donor_postal_code":"44000","donor_siren":"","donor_street":["12 rue des Lilas"],"form":"11580","form_version":"05","format":2,"gift_form":"manual_gift","gifts":[["2025-01-06",5000,"transfer","money",""]],"issued_on":"2026-11-22","logo_sha256":"","nature":"money","nature_detail":"","number":2,"period_end":null,"period_start":null,"previous_hash":"eac18e1eaa6609227341a8cbf1b5222ab5ff04989ca7b685c0593bf47fa3ad48","published_on":null,"replaces_issued_on":null,"replaces_number":"","scope":"donor","signatory_name":"Camille Aubry","signatory_role":"Trésorière","signature_sha256":"","words_1990":false,"written_number":"2025-0002","year":2025}','3b0d165b071fb119f2a1652e23ae26e2',3,X'31392030206F626A0A3C3C202F46696C746572202F466C6174654465636F6465202F4C656E6774682031313834203E3E0A73747265616D0A789CA557C16A243710BDF757F43DA05195A4920461218BD7AC0F39040C09841C34DDEA2CC1C6C449209F9F5752B7A76DAF97F16486D148A3D6D3ABAA5725CDE1FAE1F1FE9787A3F9EB4B79ACB31DAF1E868FB7C3E19ABEB3633461BC5D066B9C8C68321A1FC6C7DF071A2DDE34063296471131E4C7DBFBE17B5F6390B9A4C8B2B015CF5116F43D3E41C711ADF68BC4F061BCFD031B3136A2751FE01A0EBA4DFACA363E6EDB3876169FC033BEF5CD2BD859AC29BA97B46759A4462FA4EDF9C436A41DB3E02C4FCA89EDB467457645522872DAC43D9423328940CA1B090D2A64A52395AD9FD47B3EC2B7416A037DB92CB01AD918906375B23EAC2E97105D83C83209087F75B96FE6B5E51E6FDB0DF0B53B4421DAB24FAA8C678221158C35D9C3A01CD4433936677B51CF384A6AE7FD107C362CDBF86E08014FD2360EA0DF66B309F43462D2B969D8C6F88AD4D6AE63AF21DE9042D0D96D9F3E9A361A7D7837782C89DBD0BB3ED760B601AFEBFAB053B8DB869DDF0AD2A93FB3731ABE0C4BCF1F554F32D19F216C648949AE0BD1AB101126F57988CF650D966764A3276FEC8A568136B3756587938CCDF26D2D527A85F45A81EF6465D9E4DC750D7196248D9B4AF352763BC435532EE0E53241B7DD46EA752ABAE8D4DA0B79ED10CF4AC577F24D4DED8DAF8307BD22478B2AEB5AF99A2EE77D423ED5807731647686E32B8A33C20CD15CE252965658F7882F4BD2B9E41C2103690F152C62902F51A07341B3794F4BA01CD52094F3ACC0AE51136B24EE32495A06E023D08213D56FEE67A4B6E25A1580A9658E9E95A7E0173C713A3D4F7A9256335A2FE8D378169543350CD70775569B5B504F56960D53B5AE98E8E7857B4EE27C16D55156C4F5FCCE089F3DBABE86B502E8CCB303B37361CBC911E79D3FDB11CA2625F5E74BBD7932AEE709177DEF8ECE3646A6B41AA8DABE2453D89BB8D6875586CDF38D3F98AB3F360F4EEAB9B866FF0BFEEFC8A0D38E2DA63512BCB5CAB545E77F5863BDC9BC9D11B422F6FBD4AB78F7686FF35D1F975B75DA19B1115ED012DAF50AF6C6BD80D78BE4EB19F7E68C7F7EF93CC72D9C4D941EE3535E540B3DBF7145DC967B9CFA21EED6A38692C456A4D43ADAC548F6EA5DF7B5DB3AF57AEC599B9F222DBA63C3F25075D6BB9413E7F460412F23EBF1AB5601517D507B2E4968CFE92BB8D45090AD0ED124691ACDAB767BAE3ACDD7A7782B8E738AA438D4580019BBEA8ED813BEE02D567F365B2CDCB99AA383F59CCEA8E10EA5DC481AA7FBE1E3CD78F879C475E7F0B9B5373F8E7F3FFE53C7C3D5F82B5CF2DB78B81E0F3F7CFE77BCB91A964A4CF3D12D29F1748C11378F742CB0AA9452D17335536ABD85E640E8251C192120E3D2528BBE8E4BB22823D17B6BB18CF0D7416CB6C1CF193D6713EA83B5301C6B71D1F435A4806B49A87029875408451D7E0B2973B5926A5E929F9782BC9828C5883DF5304A58E9AA4C315ACD94543C387398051A0C36A5638A8A6213FB34E1467E7489D84D52B83A4C5AEB612A183A042754F616C748B6BE7040524D8535C6D86346FA57C5ABA8F3B52E19D4AB96F534C1DE504AA292E00357E625A4197E99FC719A16ED4946C7677BC47F29D4C2497D4A3207DCB8ED52AB267AC9E9C3F0E966FCE93F54BDFB610A656E6473747265616D0A656E646F626A0A31372030206F626A0A3C3C202F5469746C65203C666566663030353230303635303065373030373530303230303036363030363930303733303036333030363130303663303032303030366530306230303032303030333230303330303033323030333530303264303033303030333030303330303033323E202F417574686F72203C346336313230343336663666373032303634363537333230353236393736363537333E202F5375626A656374203C34363666373236643735366336313639373236353230333133313335333833303261333033353E202F43726561746F72203C343336663666373034343635373336623E202F50726F6475636572203C3532363537303666373237343463363136323E202F4372656174696F6E44617465203C34343361333233303332333633313331333233323E202F4D6F6444617465203C34343361333233303332333633313331333233323E203E3E0A656E646F626A0A32322030206F626A0A3C3C202F54797065202F4D65746164617461202F53756274797065202F584D4C202F4C656E67746820393635203E3E0A73747265616D0A3C3F787061636B657420626567696E3D22EFBBBF222069643D2257354D304D7043656869487A7265537A4E54637A6B633964223F3E0A3C783A786D706D65746120786D6C6E733A783D2261646F62653A6E733A6D6574612F223E0A3C7264663A52444620786D6C6E733A7264663D22687474703A2F2F7777772E77332E6F72672F313939392F30322F32322D7264662D73796E7461782D6E7323223E0A3C7264663A4465736372697074696F6E207264663A61626F75743D22220A20786D6C6E733A64633D22687474703A2F2F7075726C2E6F72672F64632F656C656D656E74732F312E312F220A20786D6C6E733A7064663D22687474703A2F2F6E732E61646F62652E636F6D2F7064662F312E332F220A20786D6C6E733A7064666169643D22687474703A2F2F7777772E6169696D2E6F72672F706466612F6E732F69642F220A20786D6C6E733A786D703D22687474703A2F2F6E732E61646F62652E636F6D2F7861702F312E302F223E0A3C7064666169643A706172743E333C2F7064666169643A706172743E0A3C7064666169643A636F6E666F726D616E63653E423C2F7064666169643A636F6E666F726D616E63653E0A3C64633A7469746C653E3C7264663A416C743E3C7264663A6C6920786D6C3A6C616E673D22782D64656661756C74223E5265C3A7752066697363616C206EC2B020323032352D303030323C2F7264663A6C693E3C2F7264663A416C743E3C2F64633A7469746C653E0A3C64633A63726561746F723E3C7264663A5365713E3C7264663A6C693E4C6120436F6F70206465732052697665733C2F7264663A6C693E3C2F7264663A5365713E3C2F64633A63726561746F723E0A3C64633A6465736372697074696F6E3E3C7264663A416C743E3C7264663A6C6920786D6C3A6C616E673D22782D64656661756C74223E466F726D756C616972652031313538302A30353C2F7264663A6C693E3C2F7264663A416C743E0A3C2F64633A6465736372697074696F6E3E0A3C786D703A43726561746F72546F6F6C3E436F6F704465736B3C2F786D703A43726561746F72546F6F6C3E0A3C786D703A437265617465446174653E323032362D31312D32323C2F786D703A437265617465446174653E0A3C786D703A4D6F64696679446174653E323032362D31312D32323C2F786D703A4D6F64696679446174653E0A3C7064663A50726F64756365723E5265706F72744C61623C2F7064663A50726F64756365723E0A3C2F7264663A4465736372697074696F6E3E0A3C2F7264663A5244463E0A3C2F783A786D706D6574613E0A3C3F787061636B657420656E643D2277223F3E0A656E6473747265616D0A656E646F626A0A787265660A302032330A303030303030303030302036353533352066200A30303030303030303631203030303030206E200A30303030303030313038203030303030206E200A30303030303030363935203030303030206E200A30303030303031363936203030303030206E200A30303030303032353139203030303030206E200A30303030303033303037203030303030206E200A30303030303034313130203030303030206E200A30303030303034343431203030303030206E200A30303030303035353531203030303030206E200A30303030303137363035203030303030206E200A30303030303137383631203030303030206E200A30303030303139393134203030303030206E200A30303030303231303231203030303030206E200A30303030303333333237203030303030206E200A30303030303333353838203030303030206E200A30303030303335363236203030303030206E200A30303030303337373038203030303030206E200A30303030303335393131203030303030206E200A30303030303336343530203030303030206E200A30303030303335393731203030303030206E200A30303030303336303135203030303030206E200A30303030303338303633203030303030206E200A747261696C65720A3C3C202F53697A65203233202F526F6F7420313620302052202F496E666F20313720302052202F4944205B3C62326132366166616264303736383437636637313564383161636366353132323E203C62326132366166616264303736383437636637313564383161636366353132323E5D203E3E0A7374617274787265660A33393131300A2525454F460A','a227020aee6674d95e6b0f4830015561de4049c7124b450499ae97adcea71e83','eac18e1eaa6609227341a8cbf1b5222ab5ff04989ca7b685c0593bf47fa3ad48','f645be5c6a71a7f5db33fed72c4a2d89d2423f2c1054acdf812a5b3d30282c81');
INSERT INTO "tax_receipt" VALUES(3,2025,3,'2025-0003','11580','05','200','money','donor','2026-11-22','2026-11-22 09:30:00.000000',1,'Maëlle Zéphyr','zephyr  maelle','44000',3000,1,'2025-02-01','2025-02-01',NULL,'{"amount_cents":3000,"articles":["200"],"association_city":"Nantes","association_country":"FR","association_name":"La Coop des Rives","association_number":"W442000001","association_postal_code":"44000","association_purpose":"Relier celles et ceux qui font vivre les communs.","association_street":["3 quai de la Fosse"],"category":"oig_association","category_detail":"","decree_on":null,"donor_city":"Nantes","donor_country":"FR","donor_first_name":"Maëlle","donor_last_name":"Zéphyr","donor_legal_form":"","donor_postal_code":"44000","donor_siren":"","donor_street":["12 rue des Lilas"],"form":"11580","form_version":"05","format":2,"gift_form":"manual_gift","gifts":[["2025-02-01",3000,"cheque","money",""]],"issued_on":"2026-11-22","logo_sha256":"","nature":"money","nature_detail":"","number":3,"period_end":null,"period_start":null,"previous_hash":"f645be5c6a71a7f5db33fed72c4a2d89d2423f2c1054acdf812a5b3d30282c81","published_on":null,"replaces_issued_on":null,"replaces_number":"","scope":"donor","signatory_name":"Camille Aubry","signatory_role":"Trésorière","signature_sha256":"","words_1990":false,"written_number":"2025-0003","year":2025}','8c7fd87bffcfa5f698b8fb72bd857424',2,X'31392030206F626A0A3C3C202F46696C746572202F466C6174654465636F6465202F4C656E6774682031313836203E3E0A73747265616D0A789CA5564D8B1C3710BDF7AFE87B40A3D24749826088B18DF7904360218190835A2DC5042F269B04F2F3F34AEADEE99D8DC3EC649AD6482DE9E9A9EA5549A70F5F1E1F7EFAB2A83F3EE5C7BAEAF9DD97E9EDFD74FA40DFE839283FDFB7492BCB338A84C2F9F9F1D789668D87664F4A9B999915B9F9FE61FAD6D5E079CD31186E46B333811BEA0EAF97764029F5CCC1BF99EF7FC342060BD1B60E7095F1B24CFC97655CD897B1C66ABCDEACF897C76E6057B1A6602F69AFDCB806C724E5F5C476A403336BB529C2C9E8620EAC486F480245568A7084B2442A124839C57E27453973C103ABF90CAB6A8E2185017B39D11BD966E740D68899E18A6E74F6C11AED0A274081F2BF4E777D837DBAC3A3C7165C1D2611883EEDBD68E399644824A35572D852F262A314BAB91D8B6D2C45D9E9C3E45D5286F7F6E7C97B8CA4BDED41BFF726E5E9A96548FACAB4B7F117A8CFDDDA4E9CBC23792FBDFB3AA355761AA3F979729812F6A6B3A3AFC3EC0DB3CD1BCD41E1F3DE1CFC369041FDD93ECBF4696A2382443F51057785B411272ADAE1752752849BC4E63E9867C206CB2BE2D191537A43AB405B8DB6F98013954EFCDF6AA47889F4427FAFE4A48D4A6920419A39726726C2BC95DB19F118293770B389A0DC81442357051BAC04CF8DDC0E885705E32BF9C6AEF7CED7C28A4E90E19B06D692C2CAEDBCCFC8E72CF02A86C65865C20B8A2B5CEDE1F21B4C6AB827D723E26552BA969C25C4201DA1BC860FD22D2AB4D64B3C1F69319403626C37155E788DB5E23046F68CCE3D0AF032B460F112A7714E4AC9B6E7016C35AFC119E1C9F88211E713F4AC27EE59A3D7BC8CC658E40ED1304CEFC558BDAF21A36C2C3BA6685D30514FCD8CB8C419CDA2A32488DB199EE03EBDD831C70471256ACF0ECDC1C568132D9974B0673F468D8A51EC79A93747CA8E3831599EC3F1D9DB88949E0545DBB7448A712A6C59679361B77CE70FE6628FDD82452C17B6E8BFE0FF8A083AAF38B08650BB5FFEC73EB453C9ECE7036D88E336F5C2D3C3CF7BFF50C6EDFB39AF0CAF906972F142B95DC0BE722730DB35F2658FFD6A8F7B7EF5BCC62C26A9C0C3BBE788A81A4AFECA05719FEE70E2FB70988FEC491C7A7A923DD2C1477CD4EDB6AEDEE789D5C388D7F4E46992F59885053B281A116B818DEF845ECB06DFC44BF8D9C8D28B8765A070669C1801B524108C19C45D9D6953ED88522B91FAE46F80225BF79CC2DE227E319FB15EE82BE21F239E7CF57BDF8B8639B7ED48633BA513B2B74512571CE7F230BDBD9B4F3FCEB8EA9C3EF6F2EEFBF9CFC7BFEA7C7A37FF0C93FC329F3ECCA7EF3EFE3DDFBD9B5A7539355A5A8C66F1B6AD59C7258796B3351535DF8852965AF6441EB56842B409AC63AB597E98AB11FED5B1D63A67B72251EAA4FD5A16D4AC8B8D255D565762EC796125AFEDA2B383A97C6C910C6A18B734EB5C2C4B8DC959C2C95B289ADA707020C6E3E278AD880ED2BEB6259A926D2C7E8DA5945547DC4B5A058A8ED6AF1AE3160B7EBA6A18D7C6C5276AA1608DBC782CEA8C8BE4EDE2701D2124D1C5B08939C1390BD26AF531C61A73ADB525D993A995E30A3C0CAF16E3A2615E5B8845C32EBCD4D20A2CC46B01DB846F35C03445C605B0ABABD7B01536C4658D6FA6F777F30FFF002F4300750A656E6473747265616D0A656E646F626A0A31372030206F626A0A3C3C202F5469746C65203C666566663030353230303635303065373030373530303230303036363030363930303733303036333030363130303663303032303030366530306230303032303030333230303330303033323030333530303264303033303030333030303330303033333E202F417574686F72203C346336313230343336663666373032303634363537333230353236393736363537333E202F5375626A656374203C34363666373236643735366336313639373236353230333133313335333833303261333033353E202F43726561746F72203C343336663666373034343635373336623E202F50726F6475636572203C3532363537303666373237343463363136323E202F4372656174696F6E44617465203C34343361333233303332333633313331333233323E202F4D6F6444617465203C34343361333233303332333633313331333233323E203E3E0A656E646F626A0A32322030206F626A0A3C3C202F54797065202F4D65746164617461202F53756274797065202F584D4C202F4C656E67746820393635203E3E0A73747265616D0A3C3F787061636B657420626567696E3D22EFBBBF222069643D2257354D304D7043656869487A7265537A4E54637A6B633964223F3E0A3C783A786D706D65746120786D6C6E733A783D2261646F62653A6E733A6D6574612F223E0A3C7264663A52444620786D6C6E733A7264663D22687474703A2F2F7777772E77332E6F72672F313939392F30322F32322D7264662D73796E7461782D6E7323223E0A3C7264663A4465736372697074696F6E207264663A61626F75743D22220A20786D6C6E733A64633D22687474703A2F2F7075726C2E6F72672F64632F656C656D656E74732F312E312F220A20786D6C6E733A7064663D22687474703A2F2F6E732E61646F62652E636F6D2F7064662F312E332F220A20786D6C6E733A7064666169643D22687474703A2F2F7777772E6169696D2E6F72672F706466612F6E732F69642F220A20786D6C6E733A786D703D22687474703A2F2F6E732E61646F62652E636F6D2F7861702F312E302F223E0A3C7064666169643A706172743E333C2F7064666169643A706172743E0A3C7064666169643A636F6E666F726D616E63653E423C2F7064666169643A636F6E666F726D616E63653E0A3C64633A7469746C653E3C7264663A416C743E3C7264663A6C6920786D6C3A6C616E673D22782D64656661756C74223E5265C3A7752066697363616C206EC2B020323032352D303030333C2F7264663A6C693E3C2F7264663A416C743E3C2F64633A7469746C653E0A3C64633A63726561746F723E3C7264663A5365713E3C7264663A6C693E4C6120436F6F70206465732052697665733C2F7264663A6C693E3C2F7264663A5365713E3C2F64633A63726561746F723E0A3C64633A6465736372697074696F6E3E3C7264663A416C743E3C7264663A6C6920786D6C3A6C616E673D22782D64656661756C74223E466F726D756C616972652031313538302A30353C2F7264663A6C693E3C2F7264663A416C743E0A3C2F64633A6465736372697074696F6E3E0A3C786D703A43726561746F72546F6F6C3E436F6F704465736B3C2F786D703A43726561746F72546F6F6C3E0A3C786D703A437265617465446174653E323032362D31312D32323C2F786D703A437265617465446174653E0A3C786D703A4D6F64696679446174653E323032362D31312D32323C2F786D703A4D6F64696679446174653E0A3C7064663A50726F64756365723E5265706F72744C61623C2F7064663A50726F64756365723E0A3C2F7264663A4465736372697074696F6E3E0A3C2F7264663A5244463E0A3C2F783A786D706D6574613E0A3C3F787061636B657420656E643D2277223F3E0A656E6473747265616D0A656E646F626A0A787265660A302032330A303030303030303030302036353533352066200A30303030303030303631203030303030206E200A30303030303030313038203030303030206E200A30303030303030363935203030303030206E200A30303030303031363936203030303030206E200A30303030303032353139203030303030206E200A30303030303033303130203030303030206E200A30303030303034313133203030303030206E200A30303030303034343434203030303030206E200A30303030303035353534203030303030206E200A30303030303137363038203030303030206E200A30303030303137383634203030303030206E200A30303030303139393137203030303030206E200A30303030303231303234203030303030206E200A30303030303333333330203030303030206E200A30303030303333353931203030303030206E200A30303030303335363239203030303030206E200A30303030303337373133203030303030206E200A30303030303335393134203030303030206E200A30303030303336343533203030303030206E200A30303030303335393734203030303030206E200A30303030303336303138203030303030206E200A30303030303338303638203030303030206E200A747261696C65720A3C3C202F53697A65203233202F526F6F7420313620302052202F496E666F20313720302052202F4944205B3C37343931313136666337306333636334663830643961373532376339316136343E203C37343931313136666337306333636334663830643961373532376339316136343E5D203E3E0A7374617274787265660A33393131350A2525454F460A','151a716b015671e891c8bb8f3d64898adc064198264c8b164928b8ce3a2feb15','f645be5c6a71a7f5db33fed72c4a2d89d2423f2c1054acdf812a5b3d30282c81','b4e92bf4cc8eaba5c3939b7948e700a0582d74cbaf78fe73b4287cb60df53b53');
INSERT INTO "tax_receipt" VALUES(4,2025,4,'2025-0004','11580','05','200','waived_expenses','donor','2026-11-22','2026-11-22 09:30:00.000000',1,'Maëlle Zéphyr','zephyr  maelle','44000',4200,1,'2025-03-28','2025-03-28',NULL,'{"amount_cents":4200,"articles":["200"],"association_city":"Nantes","association_country":"FR","association_name":"La Coop des Rives","association_number":"W442000001","association_postal_code":"44000","association_purpose":"Relier celles et ceux qui font vivre les communs.","association_street":["3 quai de la Fosse"],"category":"oig_association","category_detail":"","decree_on":null,"donor_city":"Nantes","donor_country":"FR","donor_first_name":"Maëlle","donor_last_name":"Zéphyr","donor_legal_form":"","donor_postal_code":"44000","donor_siren":"","donor_street":["12 rue des Lilas"],"form":"11580","form_version":"05","format":2,"gift_form":"manual_gift","gifts":[["2025-03-28",4200,"other","waived_expenses","Train de mars"]],"issued_on":"2026-11-22","logo_sha256":"","nature":"waived_expenses","nature_detail":"","number":4,"period_end":null,"period_start":null,"previous_hash":"b4e92bf4cc8eaba5c3939b7948e700a0582d74cbaf78fe73b4287cb60df53b53","published_on":null,"replaces_issued_on":null,"replaces_number":"","scope":"donor","signatory_name":"Camille Aubry","signatory_role":"Trésorière","signature_sha256":"","words_1990":false,"written_number":"2025-0004","year":2025}','9bb3df725ce34f3282706006856d3887',4,X'31392030206F626A0A3C3C202F46696C746572202F466C6174654465636F6465202F4C656E6774682031313933203E3E0A73747265616D0A789CA5564D6B243710BDF7AFE87BA0472AA94A1284852C5EB33EE41030241072E8514B5982CD122781FCFCBC92BA3DEDF1EE329EB8DD1A554B7A7AF5291D6E3F3F3DFEF2F938FDF5697E2A8B196F3E0FEFEF87C3ADFDCE8C61E2F1BE0E667232A249683C8F4FBF0F763478ECC87632348AC864FD78FF387CEF4B6059E618482A19F114A4A2EFF1B2CA01ADF66709FC6EBCFF031B1136B2EB3EC09D88759BF8856D7CD8B671E40C5EA605BFFAF815EC22D636B873DA8B5429C18BD5F672621BD28E997744593991C9B46365CD8AA450D66913F650CEDA295A90F293F046CACEB3643CB01ACFB0AA911852E8B0E70B9954CDC6C18203CC0C5734A30B0747C667498002E52F2EF74DC15505DFCD8A45A59B4421DAB20F1A1B2F42C66AC8982979A894586D944233B717B58DB351357D1CD8A78964931F0666CCB49BCCA0DF46D3C4F65922AB6379D864FC04DBD6AEB257276F48CC3ABAEDD3A5BCD1E8E2C3E0B1246CA2777DACC16C02ADEBBAD8293C6C62E7B78274EA2FF4CCC3A7A1F60CD2F88953F0178436F2648AAE7BDD6B28C24D6A730EF422B0C1F2827CF4D64F66452B405BC8B87987132793E4DBD168E339D2ABF87B232743534A1D09A1394769CC3430AFE57642DC67CA15DC5CB288DC8E647BAD0A2E384D9E2BB9ED102F4AC637F28D2DDE1B5F072B7A45866F2A586B09CBD7F33E219FAAC09B1812B989C22B8A0B5CCD70F915262569C5758F785E942E25E72C72D0EEA1D8C007E99A28748E359FF7B404910362E2D6283CF39A9849429FD92ABAB42CC02B880587D74AEAE7A4B6E25A1D80AAF3123C294FC117CC389DA0A7789256355A8F7536E6A276680CC3F4ACC66A6315156565D93035D61513FD54A9E725CE68D1384A8AB89EE109EE3347D7D7505057A2F7E2D0EC5CC8507496D2CE9EED18A52946B5E779BC793BB99E2734EBB33B3E9B8C4C69555063FB9A4C213F85B5EAAC61D82CDFF883B9DA63B36056CB8535FBCFF8BF21834E3B060B3BD9CDDAD877915ED363F3D2FFD0CAF829D1765AB493E2F96EF5CAEFDDEBDB788F93EBB53BED8CEB57A40A4F39B4EB75EC2B37045A2F95AF47DC5747FCCB8BE82566A13405E9BE3EE5473188EBAF5C17B7E51EE73F87DD7AD4522BA1152B0BEDECCE47B28FE2755FB3AD53AB879EBD69F5B911E7BC78E01897845D72A1F5F0D9092917EDEA3727FAAF99C3184335400FD98035EA436ED518A3565AACA635867BCE3ACDDB677F1376E486444280D76F8A1E1B1F00883DF9EACFA68B813957755458CFEC845AEE50D22789637E1CDEDF8D879F475C7C0E1F5B7BF7E3F8F7D33F653CDC8CBFC224BF8D87DBF1F0C3C77FC7BB9BA116B7383EBA1A2395C8157790789C6D89F30CF938FB94629AB5871B45B2E845147A8B7431B19659FF8E351A5C40398B3106C73BA36C9A64E292ABC9D02A32253506E7082F2F6159229BA548C6F9401C6B8A7A7D75E8556A9BD6683DCD21F36CE3E2522EB91E19C9688F2597A33596428D251F97E84CA1CA19C861F62EA80D23651463F14714380A73F414B5D42D73E125B181468442197C94BC58F820B04901C592E2CCD1632724603631C10DA5949AA0539E4BA198A1AF601A7C081B50E225C40576A9E99873D59E6374FC823D52CD34E705F30C152E0B9B5A720B8525BE1B3EDC8D3FFD07D44503450A656E6473747265616D0A656E646F626A0A31372030206F626A0A3C3C202F5469746C65203C666566663030353230303635303065373030373530303230303036363030363930303733303036333030363130303663303032303030366530306230303032303030333230303330303033323030333530303264303033303030333030303330303033343E202F417574686F72203C346336313230343336663666373032303634363537333230353236393736363537333E202F5375626A656374203C34363666373236643735366336313639373236353230333133313335333833303261333033353E202F43726561746F72203C343336663666373034343635373336623E202F50726F6475636572203C3532363537303666373237343463363136323E202F4372656174696F6E44617465203C34343361333233303332333633313331333233323E202F4D6F6444617465203C34343361333233303332333633313331333233323E203E3E0A656E646F626A0A32322030206F626A0A3C3C202F54797065202F4D65746164617461202F53756274797065202F584D4C202F4C656E67746820393635203E3E0A73747265616D0A3C3F787061636B657420626567696E3D22EFBBBF222069643D2257354D304D7043656869487A7265537A4E54637A6B633964223F3E0A3C783A786D706D65746120786D6C6E733A783D2261646F62653A6E733A6D6574612F223E0A3C7264663A52444620786D6C6E733A7264663D22687474703A2F2F7777772E77332E6F72672F313939392F30322F32322D7264662D73796E7461782D6E7323223E0A3C7264663A4465736372697074696F6E207264663A61626F75743D22220A20786D6C6E733A64633D22687474703A2F2F7075726C2E6F72672F64632F656C656D656E74732F312E312F220A20786D6C6E733A7064663D22687474703A2F2F6E732E61646F62652E636F6D2F7064662F312E332F220A20786D6C6E733A7064666169643D22687474703A2F2F7777772E6169696D2E6F72672F706466612F6E732F69642F220A20786D6C6E733A786D703D22687474703A2F2F6E732E61646F62652E636F6D2F7861702F312E302F223E0A3C7064666169643A706172743E333C2F7064666169643A706172743E0A3C7064666169643A636F6E666F726D616E63653E423C2F7064666169643A636F6E666F726D616E63653E0A3C64633A7469746C653E3C7264663A416C743E3C7264663A6C6920786D6C3A6C616E673D22782D64656661756C74223E5265C3A7752066697363616C206EC2B020323032352D303030343C2F7264663A6C693E3C2F7264663A416C743E3C2F64633A7469746C653E0A3C64633A63726561746F723E3C7264663A5365713E3C7264663A6C693E4C6120436F6F70206465732052697665733C2F7264663A6C693E3C2F7264663A5365713E3C2F64633A63726561746F723E0A3C64633A6465736372697074696F6E3E3C7264663A416C743E3C7264663A6C6920786D6C3A6C616E673D22782D64656661756C74223E466F726D756C616972652031313538302A30353C2F7264663A6C693E3C2F7264663A416C743E0A3C2F64633A6465736372697074696F6E3E0A3C786D703A43726561746F72546F6F6C3E436F6F704465736B3C2F786D703A43726561746F72546F6F6C3E0A3C786D703A437265617465446174653E323032362D31312D32323C2F786D703A437265617465446174653E0A3C786D703A4D6F64696679446174653E323032362D31312D32323C2F786D703A4D6F64696679446174653E0A3C7064663A50726F64756365723E5265706F72744C61623C2F7064663A50726F64756365723E0A3C2F7264663A4465736372697074696F6E3E0A3C2F7264663A5244463E0A3C2F783A786D706D6574613E0A3C3F787061636B657420656E643D2277223F3E0A656E6473747265616D0A656E646F626A0A787265660A302032330A303030303030303030302036353533352066200A30303030303030303631203030303030206E200A30303030303030313038203030303030206E200A30303030303030363935203030303030206E200A30303030303031363936203030303030206E200A30303030303032353138203030303030206E200A30303030303032393938203030303030206E200A30303030303034313031203030303030206E200A30303030303034343332203030303030206E200A30303030303035353432203030303030206E200A30303030303137353936203030303030206E200A30303030303137383532203030303030206E200A30303030303139393035203030303030206E200A30303030303231303132203030303030206E200A30303030303333333138203030303030206E200A30303030303333353739203030303030206E200A30303030303335363137203030303030206E200A30303030303337373038203030303030206E200A30303030303335393032203030303030206E200A30303030303336343431203030303030206E200A30303030303335393632203030303030206E200A30303030303336303036203030303030206E200A30303030303338303633203030303030206E200A747261696C65720A3C3C202F53697A65203233202F526F6F7420313620302052202F496E666F20313720302052202F4944205B3C62306561636631363564386134653064613834333132663361366438353932653E203C62306561636631363564386134653064613834333132663361366438353932653E5D203E3E0A7374617274787265660A33393131300A2525454F460A','82a8f1e379bff500d9ce0ae6a6c57916c84a539f0404d2a45ec7e7c5d75d5cc9','b4e92bf4cc8eaba5c3939b7948e700a0582d74cbaf78fe73b4287cb60df53b53','0caade4b7a033f84a2d632e5de545a18ad1785334c3143ca642e7d3743d092b7');
CREATE TABLE "tax_receipt_gift" (
	receipt_id INTEGER NOT NULL, 
	donation_id INTEGER NOT NULL, 
	amount_cents INTEGER NOT NULL, 
	is_living INTEGER NOT NULL, 
	CONSTRAINT pk_tax_receipt_gift PRIMARY KEY (receipt_id, donation_id), 
	CONSTRAINT ck_tax_receipt_gift_amount_cents_is_cents CHECK (CAST(amount_cents AS INTEGER) = amount_cents AND abs(amount_cents) <= 1000000000000), 
	CONSTRAINT fk_tax_receipt_gift_donation_id_donation FOREIGN KEY(donation_id) REFERENCES donation (id), 
	CONSTRAINT fk_tax_receipt_gift_receipt_id_tax_receipt FOREIGN KEY(receipt_id) REFERENCES tax_receipt (id)
);
INSERT INTO "tax_receipt_gift" VALUES(1,3,12000,1);
INSERT INTO "tax_receipt_gift" VALUES(2,2,5000,1);
INSERT INTO "tax_receipt_gift" VALUES(3,1,3000,1);
INSERT INTO "tax_receipt_gift" VALUES(4,4,4200,1);
CREATE TABLE tax_receipt_void (
	id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	receipt_id INTEGER NOT NULL, 
	voided_on DATE NOT NULL, 
	voided_at DATETIME NOT NULL, 
	reason VARCHAR NOT NULL, 
	author VARCHAR NOT NULL, 
	salt VARCHAR NOT NULL, 
	previous_hash VARCHAR NOT NULL, 
	hash VARCHAR NOT NULL, 
	CONSTRAINT pk_tax_receipt_void PRIMARY KEY (id), 
	CONSTRAINT ck_tax_receipt_void_number_positive CHECK (number > 0), 
	CONSTRAINT fk_tax_receipt_void_receipt_id_tax_receipt FOREIGN KEY(receipt_id) REFERENCES tax_receipt (id), 
	CONSTRAINT uq_tax_receipt_void_hash UNIQUE (hash), 
	CONSTRAINT uq_tax_receipt_void_number UNIQUE (number), 
	CONSTRAINT uq_tax_receipt_void_receipt_id UNIQUE (receipt_id)
);
CREATE TABLE vehicle (
	id INTEGER NOT NULL, 
	owner_id INTEGER NOT NULL, 
	label VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	power INTEGER NOT NULL, 
	is_electric BOOLEAN NOT NULL, 
	CONSTRAINT pk_vehicle PRIMARY KEY (id), 
	CONSTRAINT ck_vehicle_kind_known CHECK (kind IN ('car', 'motorcycle', 'moped')), 
	CONSTRAINT fk_vehicle_owner_id_contact FOREIGN KEY(owner_id) REFERENCES contact (id)
);
CREATE TABLE venue (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	name_key VARCHAR NOT NULL, 
	address VARCHAR DEFAULT '' NOT NULL, 
	postal_code VARCHAR DEFAULT '' NOT NULL, 
	town VARCHAR DEFAULT '' NOT NULL, 
	capacity INTEGER, 
	access VARCHAR DEFAULT '' NOT NULL, 
	note VARCHAR DEFAULT '' NOT NULL, 
	contact_id INTEGER, 
	is_open BOOLEAN DEFAULT 1 NOT NULL, 
	CONSTRAINT pk_venue PRIMARY KEY (id), 
	CONSTRAINT ck_venue_capacity_positive CHECK (capacity > 0), 
	CONSTRAINT fk_venue_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT uq_venue_name_key UNIQUE (name_key)
);
CREATE TABLE volunteer_rate (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	name_key VARCHAR NOT NULL, 
	since DATE NOT NULL, 
	hourly_cents INTEGER NOT NULL, 
	source VARCHAR NOT NULL, 
	CONSTRAINT pk_volunteer_rate PRIMARY KEY (id), 
	CONSTRAINT ck_volunteer_rate_hourly_cents_is_cents CHECK (CAST(hourly_cents AS INTEGER) = hourly_cents AND abs(hourly_cents) <= 1000000000000), 
	CONSTRAINT uq_volunteer_rate_name_key_since UNIQUE (name_key, since)
);
CREATE TABLE volunteer_time (
	id INTEGER NOT NULL, 
	contact_id INTEGER, 
	activity_id INTEGER, 
	done_on DATE NOT NULL, 
	minutes INTEGER NOT NULL, 
	task VARCHAR NOT NULL, 
	rate_id INTEGER, 
	entry_id INTEGER, 
	CONSTRAINT pk_volunteer_time PRIMARY KEY (id), 
	CONSTRAINT ck_volunteer_time_minutes_positive CHECK (minutes > 0), 
	CONSTRAINT fk_volunteer_time_activity_id_activity FOREIGN KEY(activity_id) REFERENCES activity (id), 
	CONSTRAINT fk_volunteer_time_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT fk_volunteer_time_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id), 
	CONSTRAINT fk_volunteer_time_rate_id_volunteer_rate FOREIGN KEY(rate_id) REFERENCES volunteer_rate (id)
);
CREATE TABLE "working_group" (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	sort_key VARCHAR NOT NULL, 
	kind VARCHAR DEFAULT 'group' NOT NULL, 
	parent_id INTEGER, 
	number INTEGER, 
	purpose VARCHAR DEFAULT '' NOT NULL, 
	description VARCHAR DEFAULT '' NOT NULL, 
	audience VARCHAR DEFAULT '' NOT NULL, 
	origin VARCHAR DEFAULT '' NOT NULL, 
	url VARCHAR DEFAULT '' NOT NULL, 
	started_on DATE, 
	ended_on DATE, 
	is_ephemeral BOOLEAN DEFAULT 0 NOT NULL, 
	summary VARCHAR DEFAULT '' NOT NULL, 
	initiator_id INTEGER, 
	bearer_id INTEGER, 
	referent_id INTEGER, 
	referent_title VARCHAR DEFAULT '' NOT NULL, 
	referent_organisation_id INTEGER, 
	referent_email VARCHAR DEFAULT '' NOT NULL, 
	charter VARCHAR DEFAULT '' NOT NULL, 
	charter_on DATE, 
	ideas VARCHAR DEFAULT '' NOT NULL, 
	people VARCHAR DEFAULT '' NOT NULL, 
	funds VARCHAR DEFAULT '' NOT NULL, 
	sharing VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_working_group PRIMARY KEY (id), 
	CONSTRAINT ck_working_group_kind_known CHECK (kind IN ('group', 'chantier', 'programme')), 
	CONSTRAINT ck_working_group_programmes_on_top CHECK (parent_id IS NULL OR kind <> 'programme'), 
	CONSTRAINT ck_working_group_purpose_known CHECK (purpose IN ('', 'meeting', 'network', 'production')), 
	CONSTRAINT ck_working_group_days_in_order CHECK (ended_on >= started_on), 
	CONSTRAINT ck_working_group_number_positive CHECK (number > 0), 
	CONSTRAINT fk_working_group_bearer_id_contact FOREIGN KEY(bearer_id) REFERENCES contact (id), 
	CONSTRAINT fk_working_group_initiator_id_contact FOREIGN KEY(initiator_id) REFERENCES contact (id), 
	CONSTRAINT fk_working_group_parent_id_working_group FOREIGN KEY(parent_id) REFERENCES working_group (id), 
	CONSTRAINT fk_working_group_referent_id_contact FOREIGN KEY(referent_id) REFERENCES contact (id), 
	CONSTRAINT fk_working_group_referent_organisation_id_contact FOREIGN KEY(referent_organisation_id) REFERENCES contact (id), 
	CONSTRAINT uq_working_group_parent_id_number UNIQUE (parent_id, number), 
	CONSTRAINT uq_working_group_sort_key UNIQUE (sort_key)
);
INSERT INTO "working_group" VALUES(1,'Groupe Jardin','groupe jardin','group',NULL,NULL,'','','','','',NULL,NULL,0,'',NULL,NULL,NULL,'',NULL,'','',NULL,'','','','');
INSERT INTO "working_group" VALUES(2,'Groupe Communication','groupe communication','group',NULL,NULL,'','','','','',NULL,NULL,0,'',NULL,NULL,NULL,'',NULL,'','',NULL,'','','','');
CREATE INDEX ix_import_run_sha256 ON import_run (sha256);
CREATE INDEX ix_operation_target_id ON operation (target_id);
CREATE INDEX ix_operation_change_operation_id ON operation_change (operation_id);
CREATE INDEX ix_operation_change_row ON operation_change (table_name, row_id, id);
CREATE INDEX ix_registration_contact_id ON registration (contact_id);
CREATE INDEX ix_registration_order_ref ON registration (order_ref);
CREATE INDEX ix_registration_payer_id ON registration (payer_id);
CREATE INDEX ix_registration_payment_id ON registration (payment_id);
CREATE UNIQUE INDEX uq_registration_key ON registration (source, outside_key);
CREATE INDEX ix_affiliation_organisation_id ON affiliation (organisation_id);
CREATE INDEX ix_affiliation_person_id ON affiliation (person_id);
CREATE INDEX ix_consent_in_force ON consent (contact_id, purpose, decided_on, id);
CREATE INDEX ix_contact_address_contact_id ON contact_address (contact_id);
CREATE INDEX ix_contact_note_contact_id ON contact_note (contact_id);
CREATE INDEX ix_contact_point_contact_id ON contact_point (contact_id);
CREATE INDEX ix_contact_reference_contact_id ON contact_reference (contact_id);
CREATE INDEX ix_contact_tag_tag_id ON contact_tag (tag_id);
CREATE INDEX ix_departure_contact_id ON departure (contact_id);
CREATE INDEX ix_not_duplicate_second_id ON not_duplicate (second_id);
CREATE INDEX ix_share_movement_contact_id ON share_movement (contact_id);
CREATE INDEX ix_membership_ended_on ON membership (ended_on, id);
CREATE INDEX ix_membership_previous_id ON membership (previous_id);
CREATE INDEX ix_membership_registration_id ON membership (registration_id);
CREATE INDEX ix_instalment_membership_id ON instalment (membership_id);
CREATE INDEX ix_membership_person_membership_id ON membership_person (membership_id);
CREATE INDEX ix_contact_by_email ON contact (state, email_key, sort_key, id, kind);
CREATE INDEX ix_contact_by_gifts ON contact (state, gift_cents, sort_key, id, kind);
CREATE INDEX ix_contact_by_last_gift ON contact (state, last_gift_on, sort_key, id, kind);
CREATE INDEX ix_contact_by_member_until ON contact (state, member_until, sort_key, id, kind);
CREATE INDEX ix_contact_by_number ON contact (state, number_key, sort_key, id, kind);
CREATE INDEX ix_contact_by_town ON contact (state, city_key, sort_key, id, kind);
CREATE INDEX ix_contact_email_key ON contact (email_key);
CREATE INDEX ix_contact_household_id ON contact (household_id);
CREATE INDEX ix_contact_list ON contact (state, sort_key, id, kind, search_text);
CREATE INDEX ix_contact_merged_into_id ON contact (merged_into_id);
CREATE INDEX ix_contact_number_key ON contact (number_key);
CREATE INDEX ix_contact_parent_id ON contact (parent_id);
CREATE INDEX ix_contact_photo_id ON contact (photo_id);
CREATE INDEX ix_contact_sort_key ON contact (sort_key);
CREATE INDEX ix_operation_change_deleted ON operation_change (table_name, id) WHERE kind = 'delete';
CREATE INDEX ix_gift_sum_year ON gift_sum (year, contact_id, cents);
CREATE INDEX ix_gift_sum_campaign_id ON gift_sum (campaign_id, contact_id);
CREATE INDEX ix_contact_filters ON contact (state, sort_key, id, kind, member_since, member_until, member_left_on, member_years, gift_cents, last_gift_on, birth_on, postal_code, country, city_key, email_key, household_id, consent_newsletter, consent_public_thanks, consent_photo, member_types, civility, language, sector, discipline, organisation_kind, number, phone, street);
CREATE INDEX ix_contact_point_value_key ON contact_point (kind, value_key, contact_id);
CREATE INDEX ix_custom_value_field_id ON custom_value (field_id, contact_id, text);
CREATE INDEX ix_custom_value_text_key ON custom_value (field_id, contact_id, text_key);
CREATE INDEX ix_contact_point_kind ON contact_point (kind, contact_id);
CREATE INDEX ix_contact_note_key ON contact (note_key) WHERE note_key <> '';
CREATE INDEX ix_membership_unpaid ON membership (contact_id) WHERE cancelled_on IS NULL AND paid_cents < fee_cents + joining_fee_cents;
CREATE INDEX ix_contact_member_history ON contact (member_history, state, sort_key, kind, civility, birth_on, country, postal_code) WHERE member_history <> '';
CREATE INDEX ix_membership_contact_id ON membership (contact_id, cancelled_on, ended_on, id);
CREATE INDEX ix_membership_type_position ON membership_type (position);
CREATE INDEX ix_membership_list ON membership (start_year, name_key, id, listed, type_id, holder_since, holder_until, holder_left_on, due_cents, paid_cents, remainder_cents, started_on, ended_on, number_key, contact_id, search_text) WHERE listed > 0;
CREATE INDEX ix_membership_last ON membership (name_key, id, listed, type_id, holder_since, holder_until, holder_left_on, due_cents, paid_cents, remainder_cents, started_on, ended_on, number_key, contact_id, search_text) WHERE listed = 2;
CREATE INDEX ix_membership_all ON membership (name_key, id, listed, type_id, holder_since, holder_until, holder_left_on, due_cents, paid_cents, remainder_cents, started_on, ended_on, number_key, contact_id, search_text) WHERE listed > 0;
CREATE INDEX ix_membership_name_key ON membership (name_key, id, listed) WHERE listed > 0;
CREATE INDEX ix_membership_number_key ON membership (number_key, name_key, id, listed) WHERE listed > 0;
CREATE INDEX ix_membership_paid_cents ON membership (paid_cents, name_key, id, listed) WHERE listed > 0;
CREATE INDEX ix_membership_remainder_cents ON membership (remainder_cents, name_key, id, listed) WHERE listed > 0;
CREATE INDEX ix_membership_due_cents ON membership (due_cents, name_key, id, listed, paid_cents, remainder_cents) WHERE listed > 0;
CREATE INDEX ix_membership_by_end ON membership (ended_on, name_key, id, listed) WHERE listed > 0;
CREATE INDEX ix_membership_cancelled ON membership (name_key, id) WHERE cancelled_on IS NOT NULL;
CREATE INDEX ix_membership_type_id ON membership (type_id, name_key, id, listed);
CREATE INDEX ix_membership_started_on ON membership (started_on, name_key, id, listed);
CREATE INDEX ix_campaign_person_contact_id ON campaign_person (contact_id);
CREATE INDEX ix_pledge_campaign_id ON pledge (campaign_id);
CREATE INDEX ix_pledge_donor_id ON pledge (donor_id);
CREATE INDEX ix_pledge_tier_id ON pledge (tier_id);
CREATE INDEX ix_vehicle_owner_id ON vehicle (owner_id);
CREATE INDEX ix_expense_line_sheet_id ON expense_line (sheet_id);
CREATE INDEX ix_expense_line_vehicle_id ON expense_line (vehicle_id, spent_on);
CREATE INDEX ix_donation_return_payment_id ON donation_return (payment_id);
CREATE INDEX ix_receipt_delivery_receipt_id ON receipt_delivery (receipt_id);
CREATE INDEX ix_receipt_loss_year ON receipt_loss (year, last_number);
CREATE INDEX ix_tax_receipt_donor_id ON tax_receipt (donor_id);
CREATE INDEX ix_tax_receipt_pdf_base_id ON tax_receipt (pdf_base_id);
CREATE INDEX ix_tax_receipt_year_donor_id ON tax_receipt (year, donor_id);
CREATE INDEX ix_tax_receipt_gift_donation_id ON tax_receipt_gift (donation_id, receipt_id);
CREATE UNIQUE INDEX uq_tax_receipt_gift_living ON tax_receipt_gift (donation_id) WHERE is_living = 1;
CREATE INDEX ix_donation_campaign_id ON donation (campaign_id);
CREATE INDEX ix_donation_donor_id ON donation (donor_id);
CREATE INDEX ix_donation_received_on ON donation (received_on, id, is_fee);
CREATE INDEX ix_donation_tier_id ON donation (tier_id);
CREATE UNIQUE INDEX uq_donation_pledge_due_on ON donation (pledge_id, pledge_due_on);
CREATE INDEX ix_letter_contact_id ON letter (contact_id);
CREATE INDEX ix_letter_donation_id ON letter (donation_id);
CREATE INDEX ix_letter_membership_id ON letter (membership_id);
CREATE INDEX ix_letter_receipt_id ON letter (receipt_id);
CREATE INDEX ix_journal_account_id ON journal (account_id);
CREATE INDEX ix_entry_dedicated_fund_id ON entry (dedicated_fund_id);
CREATE INDEX ix_entry_donation_id ON entry (donation_id);
CREATE INDEX ix_entry_entry_on ON entry (fiscal_year_id, entry_on, id);
CREATE INDEX ix_entry_expense_sheet_id ON entry (expense_sheet_id);
CREATE INDEX ix_entry_fixed_asset_id ON entry (fixed_asset_id);
CREATE INDEX ix_entry_grant_award_id ON entry (grant_award_id);
CREATE INDEX ix_entry_journal_id ON entry (journal_id);
CREATE INDEX ix_entry_kind ON entry (fiscal_year_id, kind);
CREATE INDEX ix_entry_payment_id ON entry (payment_id);
CREATE INDEX ix_entry_state ON entry (fiscal_year_id, state);
CREATE UNIQUE INDEX uq_entry_number ON entry (fiscal_year_id, number);
CREATE UNIQUE INDEX uq_entry_outside_ref ON entry (fiscal_year_id, outside_ref);
CREATE INDEX ix_entry_line_account_id ON entry_line (account_id, matching);
CREATE INDEX ix_entry_line_activity_id ON entry_line (activity_id, account_id);
CREATE INDEX ix_entry_line_balance ON entry_line (fiscal_year_id, account_id, entry_on, is_validated, activity_id, debit_cents, credit_cents);
CREATE INDEX ix_entry_line_contact_id ON entry_line (contact_id, account_id);
CREATE INDEX ix_entry_line_entry_id ON entry_line (entry_id);
CREATE INDEX ix_fiscal_year_event_entry_id ON fiscal_year_event (entry_id);
CREATE INDEX ix_fiscal_year_event_fiscal_year_id ON fiscal_year_event (fiscal_year_id);
CREATE INDEX ix_booking_rule_account_id ON booking_rule (account_id);
CREATE INDEX ix_budget_line_account_id ON budget_line (account_id);
CREATE INDEX ix_budget_line_activity_id ON budget_line (activity_id);
CREATE INDEX ix_budget_line_version_id ON budget_line (version_id, account_id, activity_id);
CREATE INDEX ix_grant_award_account_id ON grant_award (account_id);
CREATE INDEX ix_grant_award_activity_id ON grant_award (activity_id);
CREATE INDEX ix_grant_award_funder_id ON grant_award (funder_id);
CREATE INDEX ix_grant_award_receivable_account_id ON grant_award (receivable_account_id);
CREATE INDEX ix_dedicated_fund_activity_id ON dedicated_fund (activity_id);
CREATE INDEX ix_dedicated_fund_funder_id ON dedicated_fund (funder_id);
CREATE INDEX ix_dedicated_fund_grant_award_id ON dedicated_fund (grant_award_id);
CREATE INDEX ix_fund_movement_entry_id ON fund_movement (entry_id);
CREATE INDEX ix_fund_movement_fiscal_year_id ON fund_movement (fiscal_year_id);
CREATE INDEX ix_fund_movement_fund_id ON fund_movement (fund_id);
CREATE INDEX ix_fund_movement_other_fund_id ON fund_movement (other_fund_id);
CREATE INDEX ix_fixed_asset_account_id ON fixed_asset (account_id);
CREATE INDEX ix_fixed_asset_activity_id ON fixed_asset (activity_id);
CREATE INDEX ix_fixed_asset_allowance_account_id ON fixed_asset (allowance_account_id);
CREATE INDEX ix_fixed_asset_depreciation_account_id ON fixed_asset (depreciation_account_id);
CREATE INDEX ix_fixed_asset_grant_award_id ON fixed_asset (grant_award_id);
CREATE INDEX ix_volunteer_time_activity_id ON volunteer_time (activity_id);
CREATE INDEX ix_volunteer_time_contact_id ON volunteer_time (contact_id);
CREATE INDEX ix_volunteer_time_done_on ON volunteer_time (done_on);
CREATE INDEX ix_volunteer_time_entry_id ON volunteer_time (entry_id);
CREATE INDEX ix_volunteer_time_rate_id ON volunteer_time (rate_id);
CREATE INDEX ix_kind_contribution_activity_id ON kind_contribution (activity_id);
CREATE INDEX ix_kind_contribution_contact_id ON kind_contribution (contact_id);
CREATE INDEX ix_kind_contribution_entry_id ON kind_contribution (entry_id);
CREATE INDEX ix_kind_contribution_given_on ON kind_contribution (given_on);
CREATE INDEX ix_bank_identity_bank_account_id ON bank_identity (bank_account_id);
CREATE INDEX ix_bank_layout_bank_account_id ON bank_layout (bank_account_id);
CREATE INDEX ix_bank_statement_closing_on ON bank_statement (bank_account_id, closing_on);
CREATE INDEX ix_bank_statement_run_id ON bank_statement (run_id);
CREATE INDEX ix_statement_line_amount_cents ON statement_line (bank_account_id, amount_cents);
CREATE INDEX ix_statement_line_booked_on ON statement_line (bank_account_id, booked_on, id);
CREATE INDEX ix_statement_line_contact_id ON statement_line (contact_id);
CREATE INDEX ix_statement_line_statement_id ON statement_line (statement_id);
CREATE UNIQUE INDEX uq_statement_line_content_key ON statement_line (bank_account_id, content_key, rank);
CREATE INDEX ix_statement_match_entry_id ON statement_match (entry_id);
CREATE INDEX ix_statement_match_payment_id ON statement_match (payment_id);
CREATE UNIQUE INDEX uq_statement_match_entry_id ON statement_match (statement_line_id, entry_id);
CREATE UNIQUE INDEX uq_statement_match_payment_id ON statement_match (statement_line_id, payment_id);
CREATE INDEX ix_bank_rule_account_id ON bank_rule (account_id);
CREATE INDEX ix_bank_rule_activity_id ON bank_rule (activity_id);
CREATE INDEX ix_bank_rule_bank_account_id ON bank_rule (bank_account_id);
CREATE INDEX ix_bank_rule_contact_id ON bank_rule (contact_id);
CREATE UNIQUE INDEX uq_bank_rule_words ON bank_rule (words, direction, bank_account_id);
CREATE UNIQUE INDEX uq_poll_option_position ON poll_option (poll_id, position);
CREATE INDEX ix_poll_reply_contact_id ON poll_reply (contact_id);
CREATE UNIQUE INDEX uq_poll_reply_outside_key ON poll_reply (poll_id, outside_key);
CREATE INDEX ix_imported_row_calendar_item_id ON imported_row (calendar_item_id) WHERE calendar_item_id IS NOT NULL;
CREATE INDEX ix_imported_row_contact_id ON imported_row (contact_id);
CREATE INDEX ix_imported_row_payment_id ON imported_row (payment_id);
CREATE INDEX ix_imported_row_poll_reply_id ON imported_row (poll_reply_id) WHERE poll_reply_id IS NOT NULL;
CREATE INDEX ix_imported_row_registration_id ON imported_row (registration_id);
CREATE INDEX ix_imported_row_run_id ON imported_row (run_id, contact_id);
CREATE INDEX ix_imported_row_run_id_payment_id ON imported_row (run_id, payment_id) WHERE payment_id IS NOT NULL;
CREATE INDEX ix_imported_row_run_id_registration_id ON imported_row (run_id, registration_id) WHERE registration_id IS NOT NULL;
CREATE INDEX ix_imported_row_statement_line_id ON imported_row (statement_line_id) WHERE statement_line_id IS NOT NULL;
CREATE INDEX ix_working_group_bearer_id ON working_group (bearer_id);
CREATE INDEX ix_working_group_initiator_id ON working_group (initiator_id);
CREATE INDEX ix_working_group_referent_id ON working_group (referent_id);
CREATE INDEX ix_working_group_referent_organisation_id ON working_group (referent_organisation_id);
CREATE INDEX ix_venue_contact_id ON venue (contact_id);
CREATE INDEX ix_event_previous_id ON event (previous_id);
CREATE INDEX ix_event_starts_on ON event (starts_on, id);
CREATE INDEX ix_event_venue_id ON event (venue_id);
CREATE INDEX ix_event_session_event_id ON event_session (event_id, position);
CREATE INDEX ix_event_session_venue_id ON event_session (venue_id);
CREATE INDEX ix_event_role_contact_id ON event_role (contact_id);
CREATE INDEX ix_event_role_event_id ON event_role (event_id, position);
CREATE INDEX ix_event_role_session_id ON event_role (session_id);
CREATE INDEX ix_event_tariff_event_id ON event_tariff (event_id, position);
CREATE INDEX ix_event_party_event_id ON event_party (event_id);
CREATE INDEX ix_event_party_payer_id ON event_party (payer_id);
CREATE INDEX ix_event_registration_contact_id ON event_registration (contact_id);
CREATE INDEX ix_event_registration_party_id ON event_registration (party_id);
CREATE INDEX ix_event_registration_poll_reply_id ON event_registration (poll_reply_id);
CREATE INDEX ix_event_registration_state ON event_registration (event_id, state, number);
CREATE INDEX ix_event_registration_tariff_id ON event_registration (tariff_id);
CREATE INDEX ix_registration_option_tariff_id ON registration_option (tariff_id);
CREATE INDEX ix_registration_move_freed_by_id ON registration_move (freed_by_id);
CREATE INDEX ix_registration_move_registration_id ON registration_move (registration_id);
CREATE INDEX ix_attendance_session_id ON attendance (session_id);
CREATE UNIQUE INDEX uq_attendance_whole_event ON attendance (registration_id) WHERE session_id IS NULL;
CREATE INDEX ix_event_report_author_id ON event_report (author_id);
CREATE INDEX ix_event_report_item_contact_id ON event_report_item (contact_id);
CREATE INDEX ix_event_report_item_group_id ON event_report_item (group_id);
CREATE INDEX ix_event_report_item_parent_id ON event_report_item (parent_id);
CREATE INDEX ix_event_report_item_report_id ON event_report_item (report_id, kind, position);
CREATE INDEX ix_group_objective_group_id ON group_objective (group_id, position);
CREATE INDEX ix_group_output_group_id ON group_output (group_id);
CREATE INDEX ix_group_event_event_id ON group_event (event_id);
CREATE INDEX ix_action_register_use_event_id ON action_register_use (event_id);
CREATE INDEX ix_action_register_use_group_id ON action_register_use (group_id);
CREATE INDEX ix_action_register_use_output_id ON action_register_use (output_id);
CREATE INDEX ix_action_register_use_register_id ON action_register_use (register_id, id);
CREATE INDEX ix_group_member_contact_id ON group_member (contact_id);
CREATE INDEX ix_group_member_group_id ON group_member (group_id);
CREATE INDEX ix_payment_campaign_id ON payment (campaign_id);
CREATE INDEX ix_payment_cash_box_id ON payment (cash_box_id);
CREATE INDEX ix_payment_order_ref ON payment (order_ref);
CREATE INDEX ix_payment_paid_on ON payment (paid_on, id);
CREATE INDEX ix_payment_payer_id ON payment (payer_id);
CREATE INDEX ix_payment_payout_ref ON payment (payout_ref, id);
CREATE UNIQUE INDEX uq_payment_outside_ref ON payment (source, outside_ref);
CREATE INDEX ix_payment_line_activity_id ON payment_line (activity_id);
CREATE INDEX ix_payment_line_grant_award_id ON payment_line (grant_award_id);
CREATE INDEX ix_payment_line_kind ON payment_line (kind, membership_id);
CREATE INDEX ix_payment_line_membership_id ON payment_line (membership_id);
CREATE INDEX ix_payment_line_party_id ON payment_line (party_id);
CREATE INDEX ix_payment_line_payment_id ON payment_line (payment_id);
CREATE INDEX ix_payment_line_tier_id ON payment_line (tier_id);
CREATE INDEX ix_expense_sheet_activity_id ON expense_sheet (activity_id);
CREATE INDEX ix_expense_sheet_payment_id ON expense_sheet (payment_id);
CREATE INDEX ix_expense_sheet_volunteer_id ON expense_sheet (volunteer_id);
CREATE INDEX ix_attachment_donation_id ON attachment (donation_id);
CREATE INDEX ix_attachment_entry_id ON attachment (entry_id);
CREATE INDEX ix_attachment_event_id ON attachment (event_id);
CREATE INDEX ix_attachment_expense_line_id ON attachment (expense_line_id);
CREATE INDEX ix_attachment_expense_sheet_id ON attachment (expense_sheet_id);
CREATE INDEX ix_attachment_file_id ON attachment (file_id);
CREATE INDEX ix_attachment_working_group_id ON attachment (working_group_id);
CREATE INDEX ix_poll_event_id ON poll (event_id);
CREATE INDEX ix_calendar_item_event_id ON calendar_item (event_id);
CREATE INDEX ix_calendar_item_starts_on ON calendar_item (starts_on, id);
CREATE UNIQUE INDEX uq_calendar_item_uid ON calendar_item (uid, recurrence);
CREATE TRIGGER tax_receipt_no_update BEFORE UPDATE ON tax_receipt BEGIN SELECT RAISE(ABORT, 'an issued receipt never changes'); END;
CREATE TRIGGER tax_receipt_no_delete BEFORE DELETE ON tax_receipt BEGIN SELECT RAISE(ABORT, 'an issued receipt is never deleted'); END;
CREATE TRIGGER tax_receipt_dense BEFORE INSERT ON tax_receipt WHEN NEW.number <> 1 + max(coalesce((SELECT max(number) FROM tax_receipt WHERE year = NEW.year), 0), coalesce((SELECT max(last_number) FROM receipt_loss WHERE year = NEW.year), 0)) OR NEW.previous_hash <> coalesce((SELECT hash FROM tax_receipt ORDER BY id DESC LIMIT 1), '') OR EXISTS (SELECT 1 FROM tax_receipt WHERE id = NEW.id OR hash = NEW.hash OR number_text = NEW.number_text) BEGIN SELECT RAISE(ABORT, 'receipt numbers follow without gap'); END;
CREATE TRIGGER tax_receipt_gift_no_update BEFORE UPDATE ON tax_receipt_gift WHEN NOT (NEW.is_living = 0 AND OLD.is_living = 1 AND NEW.receipt_id = OLD.receipt_id AND NEW.donation_id = OLD.donation_id AND NEW.amount_cents = OLD.amount_cents AND EXISTS (SELECT 1 FROM tax_receipt_void WHERE receipt_id = OLD.receipt_id)) BEGIN SELECT RAISE(ABORT, 'an issued receipt never changes'); END;
CREATE TRIGGER tax_receipt_gift_no_delete BEFORE DELETE ON tax_receipt_gift BEGIN SELECT RAISE(ABORT, 'an issued receipt never changes'); END;
CREATE TRIGGER tax_receipt_gift_fits BEFORE INSERT ON tax_receipt_gift WHEN EXISTS (SELECT 1 FROM tax_receipt_gift WHERE donation_id = NEW.donation_id AND (is_living = 1 OR receipt_id = NEW.receipt_id)) OR EXISTS (SELECT 1 FROM tax_receipt_gift WHERE rowid = NEW.rowid) OR NEW.is_living <> 1 OR EXISTS (SELECT 1 FROM tax_receipt_void WHERE receipt_id = NEW.receipt_id) OR EXISTS (SELECT 1 FROM donation_return WHERE donation_id = NEW.donation_id) OR NEW.amount_cents <> (SELECT amount_cents FROM donation WHERE id = NEW.donation_id) OR NEW.amount_cents + (SELECT coalesce(sum(amount_cents), 0) FROM tax_receipt_gift WHERE receipt_id = NEW.receipt_id) > (SELECT amount_cents FROM tax_receipt WHERE id = NEW.receipt_id) BEGIN SELECT RAISE(ABORT, 'a gift is on one living receipt at most and for its amount'); END;
CREATE TRIGGER tax_receipt_replaces_voided BEFORE INSERT ON tax_receipt WHEN NEW.replaces_id IS NOT NULL AND (NOT EXISTS (SELECT 1 FROM tax_receipt_void WHERE receipt_id = NEW.replaces_id) OR EXISTS (SELECT 1 FROM tax_receipt WHERE replaces_id = NEW.replaces_id)) BEGIN SELECT RAISE(ABORT, 'only a voided receipt is replaced, and once'); END;
CREATE TRIGGER tax_receipt_void_no_update BEFORE UPDATE ON tax_receipt_void BEGIN SELECT RAISE(ABORT, 'a voided receipt stays voided'); END;
CREATE TRIGGER tax_receipt_void_no_delete BEFORE DELETE ON tax_receipt_void BEGIN SELECT RAISE(ABORT, 'a voided receipt stays voided'); END;
CREATE TRIGGER tax_receipt_void_dense BEFORE INSERT ON tax_receipt_void WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM tax_receipt_void) OR NEW.previous_hash <> coalesce((SELECT hash FROM tax_receipt_void ORDER BY number DESC LIMIT 1), '') OR EXISTS (SELECT 1 FROM tax_receipt_void WHERE id = NEW.id OR hash = NEW.hash OR receipt_id = NEW.receipt_id) BEGIN SELECT RAISE(ABORT, 'voided receipts follow without gap, each once'); END;
CREATE TRIGGER tax_receipt_void_told AFTER INSERT ON tax_receipt_void BEGIN UPDATE tax_receipt_gift SET is_living = 0 WHERE receipt_id = NEW.receipt_id; END;
CREATE TRIGGER receipt_series_no_update BEFORE UPDATE ON receipt_series WHEN NEW.id <> OLD.id OR NEW.year <> OLD.year OR EXISTS (SELECT 1 FROM tax_receipt WHERE year = OLD.year) BEGIN SELECT RAISE(ABORT, 'numbers of receipts keep their form'); END;
CREATE TRIGGER receipt_series_no_delete BEFORE DELETE ON receipt_series WHEN EXISTS (SELECT 1 FROM tax_receipt WHERE year = OLD.year) BEGIN SELECT RAISE(ABORT, 'numbers of receipts keep their form'); END;
CREATE TRIGGER receipt_loss_no_update BEFORE UPDATE ON receipt_loss BEGIN SELECT RAISE(ABORT, 'a lost receipt stays lost'); END;
CREATE TRIGGER receipt_loss_no_delete BEFORE DELETE ON receipt_loss BEGIN SELECT RAISE(ABORT, 'a lost receipt stays lost'); END;
CREATE TRIGGER receipt_loss_once BEFORE INSERT ON receipt_loss WHEN EXISTS (SELECT 1 FROM receipt_loss WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM tax_receipt WHERE year = NEW.year AND number >= NEW.first_number) BEGIN SELECT RAISE(ABORT, 'a lost receipt stays lost'); END;
CREATE TRIGGER receipt_series_first BEFORE INSERT ON receipt_series WHEN EXISTS (SELECT 1 FROM receipt_series WHERE id = NEW.id OR year = NEW.year) OR EXISTS (SELECT 1 FROM tax_receipt WHERE year = NEW.year) BEGIN SELECT RAISE(ABORT, 'numbers of receipts have their form before the first, once'); END;
CREATE TRIGGER donation_once BEFORE INSERT ON donation WHEN EXISTS (SELECT 1 FROM donation WHERE id = NEW.id OR payment_line_id = NEW.payment_line_id OR expense_sheet_id = NEW.expense_sheet_id OR (pledge_id = NEW.pledge_id AND pledge_due_on = NEW.pledge_due_on)) BEGIN SELECT RAISE(ABORT, 'a gift is recorded once'); END;
CREATE TRIGGER donation_keeps_id BEFORE UPDATE ON donation WHEN NEW.id <> OLD.id BEGIN SELECT RAISE(ABORT, 'a gift is recorded once'); END;
CREATE TRIGGER donation_stays BEFORE UPDATE OF payment_line_id, expense_sheet_id, pledge_id, pledge_due_on ON donation WHEN EXISTS (SELECT 1 FROM donation WHERE id <> OLD.id AND (id = NEW.id OR payment_line_id = NEW.payment_line_id OR expense_sheet_id = NEW.expense_sheet_id OR (pledge_id = NEW.pledge_id AND pledge_due_on = NEW.pledge_due_on))) BEGIN SELECT RAISE(ABORT, 'a gift is recorded once'); END;
CREATE TRIGGER payment_once BEFORE INSERT ON payment WHEN EXISTS (SELECT 1 FROM payment WHERE id = NEW.id OR (source = NEW.source AND outside_ref = NEW.outside_ref)) BEGIN SELECT RAISE(ABORT, 'a payment is recorded once'); END;
CREATE TRIGGER payment_line_once BEFORE INSERT ON payment_line WHEN EXISTS (SELECT 1 FROM payment_line WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'a payment is recorded once'); END;
CREATE TRIGGER payment_keeps_id BEFORE UPDATE ON payment WHEN NEW.id <> OLD.id BEGIN SELECT RAISE(ABORT, 'a payment is recorded once'); END;
CREATE TRIGGER payment_stays BEFORE UPDATE OF source, outside_ref ON payment WHEN EXISTS (SELECT 1 FROM payment WHERE id <> OLD.id AND source = NEW.source AND outside_ref = NEW.outside_ref) BEGIN SELECT RAISE(ABORT, 'a payment is recorded once'); END;
CREATE TRIGGER payment_line_keeps_id BEFORE UPDATE ON payment_line WHEN NEW.id <> OLD.id BEGIN SELECT RAISE(ABORT, 'a payment is recorded once'); END;
CREATE TRIGGER donation_frozen BEFORE UPDATE OF payment_line_id, received_on, amount_cents, mode, nature, form, ineligibility, outside_receipt, description, value_basis, counterpart_cents, is_for_ifi, is_fee, expense_sheet_id ON donation WHEN EXISTS (SELECT 1 FROM tax_receipt_gift WHERE donation_id = OLD.id AND is_living = 1) BEGIN SELECT RAISE(ABORT, 'a gift on a receipt never changes'); END;
CREATE TRIGGER donation_keeps_donor BEFORE UPDATE OF donor_id ON donation WHEN EXISTS (SELECT 1 FROM tax_receipt_gift WHERE donation_id = OLD.id AND is_living = 1) AND NEW.donor_id IS NOT OLD.donor_id AND NOT EXISTS (SELECT 1 FROM tax_receipt_gift g JOIN tax_receipt r ON r.id = g.receipt_id JOIN contact a ON a.id = r.donor_id LEFT JOIN contact b ON b.id = a.merged_into_id WHERE g.donation_id = OLD.id AND g.is_living = 1 AND NEW.donor_id IN (r.donor_id, a.merged_into_id, b.merged_into_id)) BEGIN SELECT RAISE(ABORT, 'a gift on a receipt never changes'); END;
CREATE TRIGGER donation_kept BEFORE DELETE ON donation WHEN EXISTS (SELECT 1 FROM tax_receipt_gift WHERE donation_id = OLD.id) BEGIN SELECT RAISE(ABORT, 'a gift on a receipt is never deleted'); END;
CREATE TRIGGER payment_line_frozen BEFORE UPDATE OF payment_id, kind, amount_cents ON payment_line WHEN EXISTS (SELECT 1 FROM tax_receipt_gift g JOIN donation d ON d.id = g.donation_id WHERE d.payment_line_id = OLD.id AND g.is_living = 1) BEGIN SELECT RAISE(ABORT, 'a gift on a receipt never changes'); END;
CREATE TRIGGER payment_frozen BEFORE UPDATE OF direction, paid_on, amount_cents, mode, state ON payment WHEN EXISTS (SELECT 1 FROM tax_receipt_gift g JOIN donation d ON d.id = g.donation_id JOIN payment_line l ON l.id = d.payment_line_id WHERE l.payment_id = OLD.id AND g.is_living = 1) BEGIN SELECT RAISE(ABORT, 'a gift on a receipt never changes'); END;
CREATE TRIGGER payment_keeps_payer BEFORE UPDATE OF payer_id ON payment WHEN EXISTS (SELECT 1 FROM tax_receipt_gift g JOIN donation d ON d.id = g.donation_id JOIN payment_line l ON l.id = d.payment_line_id WHERE l.payment_id = OLD.id AND g.is_living = 1) AND NEW.payer_id IS NOT OLD.payer_id AND NOT EXISTS (SELECT 1 FROM contact WHERE id = OLD.payer_id AND merged_into_id = NEW.payer_id OR id = NEW.payer_id AND merged_into_id = OLD.payer_id) BEGIN SELECT RAISE(ABORT, 'a gift on a receipt never changes'); END;
CREATE TRIGGER stored_file_once BEFORE INSERT ON stored_file WHEN EXISTS (SELECT 1 FROM stored_file WHERE id = NEW.id OR sha256 = NEW.sha256) BEGIN SELECT RAISE(ABORT, 'a stored file never changes'); END;
CREATE TRIGGER stored_file_no_update BEFORE UPDATE ON stored_file BEGIN SELECT RAISE(ABORT, 'a stored file never changes'); END;
CREATE TRIGGER stored_file_kept BEFORE DELETE ON stored_file WHEN EXISTS (SELECT 1 FROM tax_receipt WHERE pdf_base_id = OLD.id) BEGIN SELECT RAISE(ABORT, 'a stored file that a receipt is made of is never deleted'); END;
CREATE TRIGGER expense_line_no_update BEFORE UPDATE ON expense_line WHEN NEW.id <> OLD.id OR (SELECT state FROM expense_sheet WHERE id = OLD.sheet_id) <> 'draft' OR (SELECT state FROM expense_sheet WHERE id = NEW.sheet_id) <> 'draft' BEGIN SELECT RAISE(ABORT, 'a settled sheet of expenses never changes'); END;
CREATE TRIGGER expense_line_no_delete BEFORE DELETE ON expense_line WHEN (SELECT state FROM expense_sheet WHERE id = OLD.sheet_id) <> 'draft' BEGIN SELECT RAISE(ABORT, 'a settled sheet of expenses never changes'); END;
CREATE TRIGGER expense_line_no_insert BEFORE INSERT ON expense_line WHEN (SELECT state FROM expense_sheet WHERE id = NEW.sheet_id) <> 'draft' OR EXISTS (SELECT 1 FROM expense_line WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'a settled sheet of expenses never changes'); END;
CREATE TRIGGER vehicle_settled BEFORE UPDATE OF kind, power, is_electric ON vehicle WHEN EXISTS (SELECT 1 FROM expense_line l JOIN expense_sheet s ON s.id = l.sheet_id WHERE l.vehicle_id = OLD.id AND s.state <> 'draft') BEGIN SELECT RAISE(ABORT, 'a settled sheet of expenses never changes'); END;
CREATE TRIGGER attachment_no_delete BEFORE DELETE ON attachment WHEN EXISTS (SELECT 1 FROM donation d JOIN tax_receipt_gift g ON g.donation_id = d.id WHERE g.is_living = 1 AND (d.id = OLD.donation_id OR d.expense_sheet_id = OLD.expense_sheet_id)) BEGIN SELECT RAISE(ABORT, 'a file that proves a gift on a receipt is never deleted'); END;
CREATE TRIGGER attachment_no_update BEFORE UPDATE OF file_id, expense_sheet_id, donation_id ON attachment WHEN EXISTS (SELECT 1 FROM donation d JOIN tax_receipt_gift g ON g.donation_id = d.id WHERE g.is_living = 1 AND (d.id = OLD.donation_id OR d.expense_sheet_id = OLD.expense_sheet_id)) BEGIN SELECT RAISE(ABORT, 'a file that proves a gift on a receipt is never deleted'); END;
CREATE TRIGGER attachment_once BEFORE INSERT ON attachment WHEN EXISTS (SELECT 1 FROM attachment WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'a file that proves a gift on a receipt is never deleted'); END;
CREATE TRIGGER entry_once BEFORE INSERT ON entry WHEN EXISTS (SELECT 1 FROM entry WHERE id = NEW.id OR reverses_id = NEW.reverses_id OR (fiscal_year_id = NEW.fiscal_year_id AND (number = NEW.number OR outside_ref = NEW.outside_ref))) BEGIN SELECT RAISE(ABORT, 'an entry is recorded once'); END;
CREATE TRIGGER entry_stays BEFORE UPDATE OF reverses_id, outside_ref ON entry WHEN EXISTS (SELECT 1 FROM entry WHERE id <> OLD.id AND (reverses_id = NEW.reverses_id OR (fiscal_year_id = NEW.fiscal_year_id AND outside_ref = NEW.outside_ref))) BEGIN SELECT RAISE(ABORT, 'an entry is recorded once'); END;
CREATE TRIGGER entry_keeps_id BEFORE UPDATE ON entry WHEN NEW.id <> OLD.id BEGIN SELECT RAISE(ABORT, 'an entry is recorded once'); END;
CREATE TRIGGER entry_born_draft BEFORE INSERT ON entry WHEN NEW.state <> 'draft' OR NEW.number IS NOT NULL OR NEW.hash <> '' BEGIN SELECT RAISE(ABORT, 'an entry begins as a draft'); END;
CREATE TRIGGER entry_in_its_year BEFORE INSERT ON entry WHEN NOT EXISTS (SELECT 1 FROM fiscal_year y WHERE y.id = NEW.fiscal_year_id AND NEW.entry_on BETWEEN y.starts_on AND y.ends_on) BEGIN SELECT RAISE(ABORT, 'an entry lies within its fiscal year'); END;
CREATE TRIGGER entry_stays_in_its_year BEFORE UPDATE OF fiscal_year_id, entry_on ON entry WHEN NOT EXISTS (SELECT 1 FROM fiscal_year y WHERE y.id = NEW.fiscal_year_id AND NEW.entry_on BETWEEN y.starts_on AND y.ends_on) BEGIN SELECT RAISE(ABORT, 'an entry lies within its fiscal year'); END;
CREATE TRIGGER entry_not_in_closed BEFORE INSERT ON entry WHEN 'closed' = (SELECT state FROM fiscal_year WHERE id = NEW.fiscal_year_id) BEGIN SELECT RAISE(ABORT, 'a closed fiscal year takes nothing'); END;
CREATE TRIGGER entry_closed_no_update BEFORE UPDATE ON entry WHEN 'closed' = (SELECT state FROM fiscal_year WHERE id = OLD.fiscal_year_id) OR 'closed' = (SELECT state FROM fiscal_year WHERE id = NEW.fiscal_year_id) BEGIN SELECT RAISE(ABORT, 'a closed fiscal year takes nothing'); END;
CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry WHEN OLD.state = 'validated' BEGIN SELECT RAISE(ABORT, 'a validated entry never changes'); END;
CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry WHEN OLD.state = 'validated' BEGIN SELECT RAISE(ABORT, 'a validated entry never changes'); END;
CREATE TRIGGER entry_closed_no_delete BEFORE DELETE ON entry WHEN 'closed' = (SELECT state FROM fiscal_year WHERE id = OLD.fiscal_year_id) BEGIN SELECT RAISE(ABORT, 'a closed fiscal year takes nothing'); END;
CREATE TRIGGER entry_dense BEFORE UPDATE ON entry WHEN OLD.state = 'draft' AND NEW.state = 'validated' AND (NEW.number <> 1 + coalesce((SELECT number FROM entry WHERE fiscal_year_id = NEW.fiscal_year_id AND number IS NOT NULL ORDER BY number DESC LIMIT 1), 0) OR NEW.previous_hash <> coalesce((SELECT hash FROM entry WHERE fiscal_year_id = NEW.fiscal_year_id AND number IS NOT NULL ORDER BY number DESC LIMIT 1), '')) BEGIN SELECT RAISE(ABORT, 'numbers of entries follow without gap'); END;
CREATE TRIGGER entry_balanced BEFORE UPDATE ON entry WHEN OLD.state = 'draft' AND NEW.state = 'validated' AND (SELECT count(*) < 2 OR sum(debit_cents) <> sum(credit_cents) OR sum(debit_cents) <> NEW.amount_cents FROM entry_line WHERE entry_id = NEW.id) BEGIN SELECT RAISE(ABORT, 'a validated entry is balanced'); END;
CREATE TRIGGER entry_told AFTER UPDATE OF fiscal_year_id, entry_on, state ON entry WHEN NEW.fiscal_year_id <> OLD.fiscal_year_id OR NEW.entry_on <> OLD.entry_on OR NEW.state <> OLD.state BEGIN UPDATE entry_line SET fiscal_year_id = NEW.fiscal_year_id, entry_on = NEW.entry_on, is_validated = (NEW.state = 'validated') WHERE entry_id = NEW.id; END;
CREATE TRIGGER entry_line_once BEFORE INSERT ON entry_line WHEN EXISTS (SELECT 1 FROM entry_line WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'an entry is recorded once'); END;
CREATE TRIGGER entry_line_keeps_id BEFORE UPDATE ON entry_line WHEN NEW.id <> OLD.id BEGIN SELECT RAISE(ABORT, 'an entry is recorded once'); END;
CREATE TRIGGER entry_line_no_insert BEFORE INSERT ON entry_line WHEN 'validated' = (SELECT state FROM entry WHERE id = NEW.entry_id) BEGIN SELECT RAISE(ABORT, 'a validated entry never changes'); END;
CREATE TRIGGER entry_line_closed_no_insert BEFORE INSERT ON entry_line WHEN 'closed' = (SELECT state FROM fiscal_year WHERE id = NEW.fiscal_year_id) BEGIN SELECT RAISE(ABORT, 'a closed fiscal year takes nothing'); END;
CREATE TRIGGER entry_line_no_update BEFORE UPDATE OF entry_id, position, account_id, label, reference, debit_cents, credit_cents ON entry_line WHEN 'validated' = (SELECT state FROM entry WHERE id = OLD.entry_id) OR 'validated' = (SELECT state FROM entry WHERE id = NEW.entry_id) BEGIN SELECT RAISE(ABORT, 'a validated entry never changes'); END;
CREATE TRIGGER entry_line_keeps_activity BEFORE UPDATE OF activity_id ON entry_line WHEN 'closed' = (SELECT state FROM fiscal_year WHERE id = OLD.fiscal_year_id) AND NEW.activity_id IS NOT OLD.activity_id BEGIN SELECT RAISE(ABORT, 'a closed fiscal year takes nothing'); END;
CREATE TRIGGER entry_line_no_delete BEFORE DELETE ON entry_line WHEN 'validated' = (SELECT state FROM entry WHERE id = OLD.entry_id) BEGIN SELECT RAISE(ABORT, 'a validated entry never changes'); END;
CREATE TRIGGER entry_line_copies BEFORE INSERT ON entry_line WHEN NEW.fiscal_year_id <> (SELECT fiscal_year_id FROM entry WHERE id = NEW.entry_id) OR NEW.entry_on <> (SELECT entry_on FROM entry WHERE id = NEW.entry_id) OR NEW.is_validated <> (SELECT state = 'validated' FROM entry WHERE id = NEW.entry_id) BEGIN SELECT RAISE(ABORT, 'a line lies where its entry does'); END;
CREATE TRIGGER entry_line_keeps_copies BEFORE UPDATE OF fiscal_year_id, entry_on, is_validated ON entry_line WHEN NEW.fiscal_year_id <> (SELECT fiscal_year_id FROM entry WHERE id = NEW.entry_id) OR NEW.entry_on <> (SELECT entry_on FROM entry WHERE id = NEW.entry_id) OR NEW.is_validated <> (SELECT state = 'validated' FROM entry WHERE id = NEW.entry_id) BEGIN SELECT RAISE(ABORT, 'a line lies where its entry does'); END;
CREATE TRIGGER fiscal_year_once BEFORE INSERT ON fiscal_year WHEN EXISTS (SELECT 1 FROM fiscal_year WHERE id = NEW.id OR (starts_on <= NEW.ends_on AND ends_on >= NEW.starts_on)) BEGIN SELECT RAISE(ABORT, 'fiscal years follow each other'); END;
CREATE TRIGGER fiscal_year_born_open BEFORE INSERT ON fiscal_year WHEN NEW.state <> 'open' BEGIN SELECT RAISE(ABORT, 'a fiscal year begins open'); END;
CREATE TRIGGER fiscal_year_keeps_id BEFORE UPDATE ON fiscal_year WHEN NEW.id <> OLD.id BEGIN SELECT RAISE(ABORT, 'a closed fiscal year takes nothing'); END;
CREATE TRIGGER fiscal_year_keeps_days BEFORE UPDATE OF starts_on, ends_on ON fiscal_year WHEN OLD.state = 'closed' OR EXISTS (SELECT 1 FROM fiscal_year WHERE id <> NEW.id AND starts_on <= NEW.ends_on AND ends_on >= NEW.starts_on) OR EXISTS (SELECT 1 FROM entry WHERE fiscal_year_id = OLD.id AND entry_on NOT BETWEEN NEW.starts_on AND NEW.ends_on) BEGIN SELECT RAISE(ABORT, 'fiscal years follow each other'); END;
CREATE TRIGGER fiscal_year_keeps_start BEFORE UPDATE OF starts_on ON fiscal_year WHEN NEW.starts_on <> OLD.starts_on AND EXISTS (SELECT 1 FROM entry WHERE fiscal_year_id = OLD.id AND state = 'validated') BEGIN SELECT RAISE(ABORT, 'a validated entry never changes'); END;
CREATE TRIGGER fiscal_year_closes_in_words BEFORE UPDATE OF state ON fiscal_year WHEN NEW.state <> OLD.state AND coalesce((SELECT kind FROM fiscal_year_event WHERE fiscal_year_id = NEW.id AND kind <> 'allocated' ORDER BY id DESC LIMIT 1), '') <> CASE NEW.state WHEN 'closed' THEN 'closed' ELSE 'reopened' END BEGIN SELECT RAISE(ABORT, 'closing and reopening leave a trace'); END;
CREATE TRIGGER fiscal_year_closes_without_drafts BEFORE UPDATE OF state ON fiscal_year WHEN NEW.state = 'closed' AND OLD.state = 'open' AND EXISTS (SELECT 1 FROM entry WHERE fiscal_year_id = NEW.id AND state = 'draft') BEGIN SELECT RAISE(ABORT, 'a fiscal year closes without drafts'); END;
CREATE TRIGGER fiscal_year_closed_kept BEFORE DELETE ON fiscal_year WHEN OLD.state = 'closed' BEGIN SELECT RAISE(ABORT, 'a closed fiscal year takes nothing'); END;
CREATE TRIGGER fiscal_year_event_once BEFORE INSERT ON fiscal_year_event WHEN EXISTS (SELECT 1 FROM fiscal_year_event WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'what was decided about a year stays'); END;
CREATE TRIGGER fiscal_year_event_no_update BEFORE UPDATE ON fiscal_year_event BEGIN SELECT RAISE(ABORT, 'what was decided about a year stays'); END;
CREATE TRIGGER fiscal_year_event_no_delete BEFORE DELETE ON fiscal_year_event BEGIN SELECT RAISE(ABORT, 'what was decided about a year stays'); END;
CREATE TRIGGER account_keeps_id BEFORE UPDATE ON account WHEN NEW.id <> OLD.id BEGIN SELECT RAISE(ABORT, 'a validated entry never changes'); END;
CREATE TRIGGER account_keeps_number BEFORE UPDATE OF number, kind ON account WHEN (NEW.number <> OLD.number OR NEW.kind <> OLD.kind) AND EXISTS (SELECT 1 FROM entry_line WHERE account_id = OLD.id AND is_validated = 1) BEGIN SELECT RAISE(ABORT, 'a validated entry never changes'); END;
CREATE TRIGGER account_once BEFORE INSERT ON account WHEN EXISTS (SELECT 1 FROM account WHERE id = NEW.id OR number = NEW.number) BEGIN SELECT RAISE(ABORT, 'an account exists once'); END;
CREATE TRIGGER journal_keeps_id BEFORE UPDATE ON journal WHEN NEW.id <> OLD.id BEGIN SELECT RAISE(ABORT, 'a validated entry never changes'); END;
CREATE TRIGGER journal_keeps_code BEFORE UPDATE OF code ON journal WHEN NEW.code <> OLD.code AND EXISTS (SELECT 1 FROM entry WHERE journal_id = OLD.id AND state = 'validated') BEGIN SELECT RAISE(ABORT, 'a validated entry never changes'); END;
CREATE TRIGGER journal_once BEFORE INSERT ON journal WHEN EXISTS (SELECT 1 FROM journal WHERE id = NEW.id OR code = NEW.code) BEGIN SELECT RAISE(ABORT, 'a journal exists once'); END;
CREATE TRIGGER voucher_no_delete BEFORE DELETE ON attachment WHEN 'validated' = (SELECT state FROM entry WHERE id = OLD.entry_id) BEGIN SELECT RAISE(ABORT, 'a voucher of a validated entry stays'); END;
CREATE TRIGGER voucher_no_update BEFORE UPDATE ON attachment WHEN 'validated' = (SELECT state FROM entry WHERE id = OLD.entry_id) AND (NEW.id <> OLD.id OR NEW.file_id <> OLD.file_id OR NEW.entry_id IS NOT OLD.entry_id) BEGIN SELECT RAISE(ABORT, 'a voucher of a validated entry stays'); END;
CREATE TRIGGER share_movement_dense BEFORE INSERT ON share_movement WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM share_movement) BEGIN SELECT RAISE(ABORT, 'numbers of the register of shares follow without gap'); END;
CREATE TRIGGER share_movement_last BEFORE DELETE ON share_movement WHEN OLD.number < (SELECT max(number) FROM share_movement) BEGIN SELECT RAISE(ABORT, 'only the last movement of shares can be taken back'); END;
CREATE TRIGGER donation_counted_in AFTER INSERT ON donation BEGIN DELETE FROM gift_sum WHERE contact_id IN (NEW.donor_id); INSERT INTO gift_sum (contact_id, year, campaign_id, cents, last_on) SELECT d.donor_id, CAST(substr(d.received_on, 1, 4) AS INTEGER), coalesce(d.campaign_id, 0), sum(d.amount_cents), max(d.received_on) FROM donation d LEFT JOIN payment_line l ON l.id = d.payment_line_id LEFT JOIN payment p ON p.id = l.payment_id WHERE d.donor_id IN (NEW.donor_id) AND d.is_fee = 0 AND coalesce(p.state, 'received') = 'received' AND NOT EXISTS (SELECT 1 FROM donation_return x WHERE x.donation_id = d.id) GROUP BY 1, 2, 3; UPDATE contact SET gift_cents = coalesce((SELECT sum(s.cents) FROM gift_sum s WHERE s.contact_id = contact.id), 0), last_gift_on = (SELECT max(s.last_on) FROM gift_sum s WHERE s.contact_id = contact.id) WHERE id IN (NEW.donor_id); END;
CREATE TRIGGER donation_counted_out AFTER DELETE ON donation BEGIN DELETE FROM gift_sum WHERE contact_id IN (OLD.donor_id); INSERT INTO gift_sum (contact_id, year, campaign_id, cents, last_on) SELECT d.donor_id, CAST(substr(d.received_on, 1, 4) AS INTEGER), coalesce(d.campaign_id, 0), sum(d.amount_cents), max(d.received_on) FROM donation d LEFT JOIN payment_line l ON l.id = d.payment_line_id LEFT JOIN payment p ON p.id = l.payment_id WHERE d.donor_id IN (OLD.donor_id) AND d.is_fee = 0 AND coalesce(p.state, 'received') = 'received' AND NOT EXISTS (SELECT 1 FROM donation_return x WHERE x.donation_id = d.id) GROUP BY 1, 2, 3; UPDATE contact SET gift_cents = coalesce((SELECT sum(s.cents) FROM gift_sum s WHERE s.contact_id = contact.id), 0), last_gift_on = (SELECT max(s.last_on) FROM gift_sum s WHERE s.contact_id = contact.id) WHERE id IN (OLD.donor_id); END;
CREATE TRIGGER donation_counted_again AFTER UPDATE OF donor_id, amount_cents, received_on, payment_line_id, campaign_id, is_fee ON donation BEGIN DELETE FROM gift_sum WHERE contact_id IN (OLD.donor_id, NEW.donor_id); INSERT INTO gift_sum (contact_id, year, campaign_id, cents, last_on) SELECT d.donor_id, CAST(substr(d.received_on, 1, 4) AS INTEGER), coalesce(d.campaign_id, 0), sum(d.amount_cents), max(d.received_on) FROM donation d LEFT JOIN payment_line l ON l.id = d.payment_line_id LEFT JOIN payment p ON p.id = l.payment_id WHERE d.donor_id IN (OLD.donor_id, NEW.donor_id) AND d.is_fee = 0 AND coalesce(p.state, 'received') = 'received' AND NOT EXISTS (SELECT 1 FROM donation_return x WHERE x.donation_id = d.id) GROUP BY 1, 2, 3; UPDATE contact SET gift_cents = coalesce((SELECT sum(s.cents) FROM gift_sum s WHERE s.contact_id = contact.id), 0), last_gift_on = (SELECT max(s.last_on) FROM gift_sum s WHERE s.contact_id = contact.id) WHERE id IN (OLD.donor_id, NEW.donor_id); END;
CREATE TRIGGER donation_return_counted_in AFTER INSERT ON donation_return BEGIN DELETE FROM gift_sum WHERE contact_id IN (SELECT donor_id FROM donation WHERE id = NEW.donation_id); INSERT INTO gift_sum (contact_id, year, campaign_id, cents, last_on) SELECT d.donor_id, CAST(substr(d.received_on, 1, 4) AS INTEGER), coalesce(d.campaign_id, 0), sum(d.amount_cents), max(d.received_on) FROM donation d LEFT JOIN payment_line l ON l.id = d.payment_line_id LEFT JOIN payment p ON p.id = l.payment_id WHERE d.donor_id IN (SELECT donor_id FROM donation WHERE id = NEW.donation_id) AND d.is_fee = 0 AND coalesce(p.state, 'received') = 'received' AND NOT EXISTS (SELECT 1 FROM donation_return x WHERE x.donation_id = d.id) GROUP BY 1, 2, 3; UPDATE contact SET gift_cents = coalesce((SELECT sum(s.cents) FROM gift_sum s WHERE s.contact_id = contact.id), 0), last_gift_on = (SELECT max(s.last_on) FROM gift_sum s WHERE s.contact_id = contact.id) WHERE id IN (SELECT donor_id FROM donation WHERE id = NEW.donation_id); END;
CREATE TRIGGER donation_return_counted_out AFTER DELETE ON donation_return BEGIN DELETE FROM gift_sum WHERE contact_id IN (SELECT donor_id FROM donation WHERE id = OLD.donation_id); INSERT INTO gift_sum (contact_id, year, campaign_id, cents, last_on) SELECT d.donor_id, CAST(substr(d.received_on, 1, 4) AS INTEGER), coalesce(d.campaign_id, 0), sum(d.amount_cents), max(d.received_on) FROM donation d LEFT JOIN payment_line l ON l.id = d.payment_line_id LEFT JOIN payment p ON p.id = l.payment_id WHERE d.donor_id IN (SELECT donor_id FROM donation WHERE id = OLD.donation_id) AND d.is_fee = 0 AND coalesce(p.state, 'received') = 'received' AND NOT EXISTS (SELECT 1 FROM donation_return x WHERE x.donation_id = d.id) GROUP BY 1, 2, 3; UPDATE contact SET gift_cents = coalesce((SELECT sum(s.cents) FROM gift_sum s WHERE s.contact_id = contact.id), 0), last_gift_on = (SELECT max(s.last_on) FROM gift_sum s WHERE s.contact_id = contact.id) WHERE id IN (SELECT donor_id FROM donation WHERE id = OLD.donation_id); END;
CREATE TRIGGER donation_return_counted_again AFTER UPDATE OF donation_id ON donation_return BEGIN DELETE FROM gift_sum WHERE contact_id IN (SELECT donor_id FROM donation WHERE id = OLD.donation_id); INSERT INTO gift_sum (contact_id, year, campaign_id, cents, last_on) SELECT d.donor_id, CAST(substr(d.received_on, 1, 4) AS INTEGER), coalesce(d.campaign_id, 0), sum(d.amount_cents), max(d.received_on) FROM donation d LEFT JOIN payment_line l ON l.id = d.payment_line_id LEFT JOIN payment p ON p.id = l.payment_id WHERE d.donor_id IN (SELECT donor_id FROM donation WHERE id = OLD.donation_id) AND d.is_fee = 0 AND coalesce(p.state, 'received') = 'received' AND NOT EXISTS (SELECT 1 FROM donation_return x WHERE x.donation_id = d.id) GROUP BY 1, 2, 3; UPDATE contact SET gift_cents = coalesce((SELECT sum(s.cents) FROM gift_sum s WHERE s.contact_id = contact.id), 0), last_gift_on = (SELECT max(s.last_on) FROM gift_sum s WHERE s.contact_id = contact.id) WHERE id IN (SELECT donor_id FROM donation WHERE id = OLD.donation_id); DELETE FROM gift_sum WHERE contact_id IN (SELECT donor_id FROM donation WHERE id = NEW.donation_id); INSERT INTO gift_sum (contact_id, year, campaign_id, cents, last_on) SELECT d.donor_id, CAST(substr(d.received_on, 1, 4) AS INTEGER), coalesce(d.campaign_id, 0), sum(d.amount_cents), max(d.received_on) FROM donation d LEFT JOIN payment_line l ON l.id = d.payment_line_id LEFT JOIN payment p ON p.id = l.payment_id WHERE d.donor_id IN (SELECT donor_id FROM donation WHERE id = NEW.donation_id) AND d.is_fee = 0 AND coalesce(p.state, 'received') = 'received' AND NOT EXISTS (SELECT 1 FROM donation_return x WHERE x.donation_id = d.id) GROUP BY 1, 2, 3; UPDATE contact SET gift_cents = coalesce((SELECT sum(s.cents) FROM gift_sum s WHERE s.contact_id = contact.id), 0), last_gift_on = (SELECT max(s.last_on) FROM gift_sum s WHERE s.contact_id = contact.id) WHERE id IN (SELECT donor_id FROM donation WHERE id = NEW.donation_id); END;
CREATE TRIGGER payment_line_counted_in AFTER INSERT ON payment_line BEGIN UPDATE membership SET paid_cents = (SELECT coalesce(sum(CASE p.direction WHEN 'in' THEN l.amount_cents ELSE -l.amount_cents END), 0) FROM payment_line l JOIN payment p ON p.id = l.payment_id WHERE l.membership_id = membership.id AND p.state = 'received') WHERE id IN (NEW.membership_id); END;
CREATE TRIGGER payment_line_counted_out AFTER DELETE ON payment_line BEGIN UPDATE membership SET paid_cents = (SELECT coalesce(sum(CASE p.direction WHEN 'in' THEN l.amount_cents ELSE -l.amount_cents END), 0) FROM payment_line l JOIN payment p ON p.id = l.payment_id WHERE l.membership_id = membership.id AND p.state = 'received') WHERE id IN (OLD.membership_id); END;
CREATE TRIGGER payment_line_counted_again AFTER UPDATE OF membership_id, amount_cents ON payment_line BEGIN UPDATE membership SET paid_cents = (SELECT coalesce(sum(CASE p.direction WHEN 'in' THEN l.amount_cents ELSE -l.amount_cents END), 0) FROM payment_line l JOIN payment p ON p.id = l.payment_id WHERE l.membership_id = membership.id AND p.state = 'received') WHERE id IN (OLD.membership_id, NEW.membership_id); END;
CREATE TRIGGER membership_person_counted_in AFTER INSERT ON membership_person BEGIN UPDATE contact SET member_since = (SELECT min(m.started_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL), member_until = (SELECT max(m.ended_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0)), member_left_on = (SELECT max(x.left_on) FROM departure x WHERE x.contact_id = contact.id AND x.left_on >= coalesce((SELECT max(m.started_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL), x.left_on)), member_years = coalesce((SELECT group_concat(y, ' ') FROM (SELECT m.start_year AS y FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) UNION SELECT CAST(substr(m.ended_on, 1, 4) AS INTEGER) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) UNION SELECT m.start_year || '+' FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) AND CAST(substr(m.ended_on, 1, 4) AS INTEGER) > m.start_year + 1)), ''), member_history = coalesce((SELECT group_concat(h, ' ') FROM (SELECT DISTINCT m.type_id || ':' || m.start_year || '-' || CAST(substr(m.ended_on, 1, 4) AS INTEGER) AS h FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) ORDER BY 1)), ''), member_types = coalesce((SELECT ' ' || group_concat(t, ' ') || ' ' FROM (SELECT DISTINCT m.type_id AS t FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND m.ended_on = (SELECT max(m.ended_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL) ORDER BY 1)), '') WHERE id IN (NEW.contact_id); END;
CREATE TRIGGER membership_person_counted_out AFTER DELETE ON membership_person BEGIN UPDATE contact SET member_since = (SELECT min(m.started_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL), member_until = (SELECT max(m.ended_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0)), member_left_on = (SELECT max(x.left_on) FROM departure x WHERE x.contact_id = contact.id AND x.left_on >= coalesce((SELECT max(m.started_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL), x.left_on)), member_years = coalesce((SELECT group_concat(y, ' ') FROM (SELECT m.start_year AS y FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) UNION SELECT CAST(substr(m.ended_on, 1, 4) AS INTEGER) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) UNION SELECT m.start_year || '+' FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) AND CAST(substr(m.ended_on, 1, 4) AS INTEGER) > m.start_year + 1)), ''), member_history = coalesce((SELECT group_concat(h, ' ') FROM (SELECT DISTINCT m.type_id || ':' || m.start_year || '-' || CAST(substr(m.ended_on, 1, 4) AS INTEGER) AS h FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) ORDER BY 1)), ''), member_types = coalesce((SELECT ' ' || group_concat(t, ' ') || ' ' FROM (SELECT DISTINCT m.type_id AS t FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND m.ended_on = (SELECT max(m.ended_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL) ORDER BY 1)), '') WHERE id IN (OLD.contact_id); END;
CREATE TRIGGER membership_person_counted_again AFTER UPDATE OF contact_id, membership_id ON membership_person BEGIN UPDATE contact SET member_since = (SELECT min(m.started_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL), member_until = (SELECT max(m.ended_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0)), member_left_on = (SELECT max(x.left_on) FROM departure x WHERE x.contact_id = contact.id AND x.left_on >= coalesce((SELECT max(m.started_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL), x.left_on)), member_years = coalesce((SELECT group_concat(y, ' ') FROM (SELECT m.start_year AS y FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) UNION SELECT CAST(substr(m.ended_on, 1, 4) AS INTEGER) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) UNION SELECT m.start_year || '+' FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) AND CAST(substr(m.ended_on, 1, 4) AS INTEGER) > m.start_year + 1)), ''), member_history = coalesce((SELECT group_concat(h, ' ') FROM (SELECT DISTINCT m.type_id || ':' || m.start_year || '-' || CAST(substr(m.ended_on, 1, 4) AS INTEGER) AS h FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) ORDER BY 1)), ''), member_types = coalesce((SELECT ' ' || group_concat(t, ' ') || ' ' FROM (SELECT DISTINCT m.type_id AS t FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND m.ended_on = (SELECT max(m.ended_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL) ORDER BY 1)), '') WHERE id IN (OLD.contact_id, NEW.contact_id); END;
CREATE TRIGGER consent_counted_in AFTER INSERT ON consent BEGIN UPDATE contact SET consent_newsletter = (SELECT given FROM consent x WHERE x.contact_id = contact.id AND x.purpose = 'newsletter' ORDER BY x.decided_on DESC, x.id DESC LIMIT 1), consent_public_thanks = (SELECT given FROM consent x WHERE x.contact_id = contact.id AND x.purpose = 'public_thanks' ORDER BY x.decided_on DESC, x.id DESC LIMIT 1), consent_photo = (SELECT given FROM consent x WHERE x.contact_id = contact.id AND x.purpose = 'photo' ORDER BY x.decided_on DESC, x.id DESC LIMIT 1) WHERE id IN (NEW.contact_id); END;
CREATE TRIGGER consent_counted_out AFTER DELETE ON consent BEGIN UPDATE contact SET consent_newsletter = (SELECT given FROM consent x WHERE x.contact_id = contact.id AND x.purpose = 'newsletter' ORDER BY x.decided_on DESC, x.id DESC LIMIT 1), consent_public_thanks = (SELECT given FROM consent x WHERE x.contact_id = contact.id AND x.purpose = 'public_thanks' ORDER BY x.decided_on DESC, x.id DESC LIMIT 1), consent_photo = (SELECT given FROM consent x WHERE x.contact_id = contact.id AND x.purpose = 'photo' ORDER BY x.decided_on DESC, x.id DESC LIMIT 1) WHERE id IN (OLD.contact_id); END;
CREATE TRIGGER consent_counted_again AFTER UPDATE OF contact_id, purpose, given, decided_on ON consent BEGIN UPDATE contact SET consent_newsletter = (SELECT given FROM consent x WHERE x.contact_id = contact.id AND x.purpose = 'newsletter' ORDER BY x.decided_on DESC, x.id DESC LIMIT 1), consent_public_thanks = (SELECT given FROM consent x WHERE x.contact_id = contact.id AND x.purpose = 'public_thanks' ORDER BY x.decided_on DESC, x.id DESC LIMIT 1), consent_photo = (SELECT given FROM consent x WHERE x.contact_id = contact.id AND x.purpose = 'photo' ORDER BY x.decided_on DESC, x.id DESC LIMIT 1) WHERE id IN (OLD.contact_id, NEW.contact_id); END;
CREATE TRIGGER departure_counted_in AFTER INSERT ON departure BEGIN UPDATE contact SET member_since = (SELECT min(m.started_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL), member_until = (SELECT max(m.ended_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0)), member_left_on = (SELECT max(x.left_on) FROM departure x WHERE x.contact_id = contact.id AND x.left_on >= coalesce((SELECT max(m.started_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL), x.left_on)), member_years = coalesce((SELECT group_concat(y, ' ') FROM (SELECT m.start_year AS y FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) UNION SELECT CAST(substr(m.ended_on, 1, 4) AS INTEGER) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) UNION SELECT m.start_year || '+' FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) AND CAST(substr(m.ended_on, 1, 4) AS INTEGER) > m.start_year + 1)), ''), member_history = coalesce((SELECT group_concat(h, ' ') FROM (SELECT DISTINCT m.type_id || ':' || m.start_year || '-' || CAST(substr(m.ended_on, 1, 4) AS INTEGER) AS h FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) ORDER BY 1)), ''), member_types = coalesce((SELECT ' ' || group_concat(t, ' ') || ' ' FROM (SELECT DISTINCT m.type_id AS t FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND m.ended_on = (SELECT max(m.ended_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL) ORDER BY 1)), '') WHERE id IN (NEW.contact_id); END;
CREATE TRIGGER departure_counted_out AFTER DELETE ON departure BEGIN UPDATE contact SET member_since = (SELECT min(m.started_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL), member_until = (SELECT max(m.ended_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0)), member_left_on = (SELECT max(x.left_on) FROM departure x WHERE x.contact_id = contact.id AND x.left_on >= coalesce((SELECT max(m.started_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL), x.left_on)), member_years = coalesce((SELECT group_concat(y, ' ') FROM (SELECT m.start_year AS y FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) UNION SELECT CAST(substr(m.ended_on, 1, 4) AS INTEGER) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) UNION SELECT m.start_year || '+' FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) AND CAST(substr(m.ended_on, 1, 4) AS INTEGER) > m.start_year + 1)), ''), member_history = coalesce((SELECT group_concat(h, ' ') FROM (SELECT DISTINCT m.type_id || ':' || m.start_year || '-' || CAST(substr(m.ended_on, 1, 4) AS INTEGER) AS h FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) ORDER BY 1)), ''), member_types = coalesce((SELECT ' ' || group_concat(t, ' ') || ' ' FROM (SELECT DISTINCT m.type_id AS t FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND m.ended_on = (SELECT max(m.ended_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL) ORDER BY 1)), '') WHERE id IN (OLD.contact_id); END;
CREATE TRIGGER departure_counted_again AFTER UPDATE OF contact_id, left_on ON departure BEGIN UPDATE contact SET member_since = (SELECT min(m.started_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL), member_until = (SELECT max(m.ended_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0)), member_left_on = (SELECT max(x.left_on) FROM departure x WHERE x.contact_id = contact.id AND x.left_on >= coalesce((SELECT max(m.started_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL), x.left_on)), member_years = coalesce((SELECT group_concat(y, ' ') FROM (SELECT m.start_year AS y FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) UNION SELECT CAST(substr(m.ended_on, 1, 4) AS INTEGER) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) UNION SELECT m.start_year || '+' FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) AND CAST(substr(m.ended_on, 1, 4) AS INTEGER) > m.start_year + 1)), ''), member_history = coalesce((SELECT group_concat(h, ' ') FROM (SELECT DISTINCT m.type_id || ':' || m.start_year || '-' || CAST(substr(m.ended_on, 1, 4) AS INTEGER) AS h FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) ORDER BY 1)), ''), member_types = coalesce((SELECT ' ' || group_concat(t, ' ') || ' ' FROM (SELECT DISTINCT m.type_id AS t FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND m.ended_on = (SELECT max(m.ended_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL) ORDER BY 1)), '') WHERE id IN (OLD.contact_id, NEW.contact_id); END;
CREATE TRIGGER payment_counted_again AFTER UPDATE OF state, direction ON payment BEGIN DELETE FROM gift_sum WHERE contact_id IN (SELECT d.donor_id FROM donation d JOIN payment_line l ON l.id = d.payment_line_id WHERE l.payment_id = NEW.id); INSERT INTO gift_sum (contact_id, year, campaign_id, cents, last_on) SELECT d.donor_id, CAST(substr(d.received_on, 1, 4) AS INTEGER), coalesce(d.campaign_id, 0), sum(d.amount_cents), max(d.received_on) FROM donation d LEFT JOIN payment_line l ON l.id = d.payment_line_id LEFT JOIN payment p ON p.id = l.payment_id WHERE d.donor_id IN (SELECT d.donor_id FROM donation d JOIN payment_line l ON l.id = d.payment_line_id WHERE l.payment_id = NEW.id) AND d.is_fee = 0 AND coalesce(p.state, 'received') = 'received' AND NOT EXISTS (SELECT 1 FROM donation_return x WHERE x.donation_id = d.id) GROUP BY 1, 2, 3; UPDATE contact SET gift_cents = coalesce((SELECT sum(s.cents) FROM gift_sum s WHERE s.contact_id = contact.id), 0), last_gift_on = (SELECT max(s.last_on) FROM gift_sum s WHERE s.contact_id = contact.id) WHERE id IN (SELECT d.donor_id FROM donation d JOIN payment_line l ON l.id = d.payment_line_id WHERE l.payment_id = NEW.id); UPDATE membership SET paid_cents = (SELECT coalesce(sum(CASE p.direction WHEN 'in' THEN l.amount_cents ELSE -l.amount_cents END), 0) FROM payment_line l JOIN payment p ON p.id = l.payment_id WHERE l.membership_id = membership.id AND p.state = 'received') WHERE id IN (SELECT membership_id FROM payment_line WHERE payment_id = NEW.id); END;
CREATE TRIGGER membership_counted_again AFTER UPDATE OF type_id, started_on, ended_on, fee_cents, joining_fee_cents, instalment_count, cancelled_on, paid_cents ON membership BEGIN UPDATE membership SET due_cents = fee_cents + joining_fee_cents, remainder_cents = max(fee_cents + joining_fee_cents - paid_cents, 0) WHERE id = NEW.id; UPDATE contact SET member_since = (SELECT min(m.started_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL), member_until = (SELECT max(m.ended_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0)), member_left_on = (SELECT max(x.left_on) FROM departure x WHERE x.contact_id = contact.id AND x.left_on >= coalesce((SELECT max(m.started_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL), x.left_on)), member_years = coalesce((SELECT group_concat(y, ' ') FROM (SELECT m.start_year AS y FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) UNION SELECT CAST(substr(m.ended_on, 1, 4) AS INTEGER) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) UNION SELECT m.start_year || '+' FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) AND CAST(substr(m.ended_on, 1, 4) AS INTEGER) > m.start_year + 1)), ''), member_history = coalesce((SELECT group_concat(h, ' ') FROM (SELECT DISTINCT m.type_id || ':' || m.start_year || '-' || CAST(substr(m.ended_on, 1, 4) AS INTEGER) AS h FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND (m.paid_cents >= m.fee_cents + m.joining_fee_cents OR m.instalment_count > 1 AND m.paid_cents > 0) ORDER BY 1)), ''), member_types = coalesce((SELECT ' ' || group_concat(t, ' ') || ' ' FROM (SELECT DISTINCT m.type_id AS t FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND m.ended_on = (SELECT max(m.ended_on) FROM membership_person mp JOIN membership m ON m.id = mp.membership_id WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL) ORDER BY 1)), '') WHERE id IN (SELECT contact_id FROM membership_person WHERE membership_id = NEW.id); END;
CREATE TRIGGER membership_kept_in AFTER INSERT ON membership BEGIN UPDATE membership SET (name_key, number_key, search_text, holder_since, holder_until, holder_left_on) = (SELECT sort_key, number_key, search_text, member_since, member_until, member_left_on FROM contact WHERE contact.id = membership.contact_id) WHERE id = NEW.id; UPDATE membership SET due_cents = fee_cents + joining_fee_cents, remainder_cents = max(fee_cents + joining_fee_cents - paid_cents, 0) WHERE id = NEW.id; UPDATE membership SET listed = CASE WHEN cancelled_on IS NOT NULL OR 'active' <> (SELECT c.state FROM contact c WHERE c.id = membership.contact_id) THEN 0 WHEN id = (SELECT x.id FROM membership x WHERE x.contact_id = membership.contact_id AND x.cancelled_on IS NULL ORDER BY x.ended_on DESC, x.id DESC LIMIT 1) THEN 2 ELSE 1 END WHERE contact_id IN (NEW.contact_id) AND listed <> CASE WHEN cancelled_on IS NOT NULL OR 'active' <> (SELECT c.state FROM contact c WHERE c.id = membership.contact_id) THEN 0 WHEN id = (SELECT x.id FROM membership x WHERE x.contact_id = membership.contact_id AND x.cancelled_on IS NULL ORDER BY x.ended_on DESC, x.id DESC LIMIT 1) THEN 2 ELSE 1 END; END;
CREATE TRIGGER membership_kept_out AFTER DELETE ON membership BEGIN UPDATE membership SET listed = CASE WHEN cancelled_on IS NOT NULL OR 'active' <> (SELECT c.state FROM contact c WHERE c.id = membership.contact_id) THEN 0 WHEN id = (SELECT x.id FROM membership x WHERE x.contact_id = membership.contact_id AND x.cancelled_on IS NULL ORDER BY x.ended_on DESC, x.id DESC LIMIT 1) THEN 2 ELSE 1 END WHERE contact_id IN (OLD.contact_id) AND listed <> CASE WHEN cancelled_on IS NOT NULL OR 'active' <> (SELECT c.state FROM contact c WHERE c.id = membership.contact_id) THEN 0 WHEN id = (SELECT x.id FROM membership x WHERE x.contact_id = membership.contact_id AND x.cancelled_on IS NULL ORDER BY x.ended_on DESC, x.id DESC LIMIT 1) THEN 2 ELSE 1 END; END;
CREATE TRIGGER membership_changes_hands AFTER UPDATE OF contact_id ON membership WHEN OLD.contact_id <> NEW.contact_id BEGIN UPDATE membership SET (name_key, number_key, search_text, holder_since, holder_until, holder_left_on) = (SELECT sort_key, number_key, search_text, member_since, member_until, member_left_on FROM contact WHERE contact.id = membership.contact_id) WHERE id = NEW.id; END;
CREATE TRIGGER membership_listed_again AFTER UPDATE OF contact_id, ended_on, cancelled_on ON membership BEGIN UPDATE membership SET listed = CASE WHEN cancelled_on IS NOT NULL OR 'active' <> (SELECT c.state FROM contact c WHERE c.id = membership.contact_id) THEN 0 WHEN id = (SELECT x.id FROM membership x WHERE x.contact_id = membership.contact_id AND x.cancelled_on IS NULL ORDER BY x.ended_on DESC, x.id DESC LIMIT 1) THEN 2 ELSE 1 END WHERE contact_id IN (OLD.contact_id, NEW.contact_id) AND listed <> CASE WHEN cancelled_on IS NOT NULL OR 'active' <> (SELECT c.state FROM contact c WHERE c.id = membership.contact_id) THEN 0 WHEN id = (SELECT x.id FROM membership x WHERE x.contact_id = membership.contact_id AND x.cancelled_on IS NULL ORDER BY x.ended_on DESC, x.id DESC LIMIT 1) THEN 2 ELSE 1 END; END;
CREATE TRIGGER membership_follows_name AFTER UPDATE OF sort_key ON contact WHEN OLD.sort_key IS NOT NEW.sort_key BEGIN UPDATE membership SET (name_key) = (SELECT sort_key FROM contact WHERE contact.id = membership.contact_id) WHERE contact_id = NEW.id; END;
CREATE TRIGGER membership_follows_texts AFTER UPDATE OF number_key, search_text ON contact WHEN OLD.number_key IS NOT NEW.number_key OR OLD.search_text IS NOT NEW.search_text BEGIN UPDATE membership SET (number_key, search_text) = (SELECT number_key, search_text FROM contact WHERE contact.id = membership.contact_id) WHERE contact_id = NEW.id; END;
CREATE TRIGGER membership_follows_days AFTER UPDATE OF member_since, member_until, member_left_on ON contact WHEN OLD.member_since IS NOT NEW.member_since OR OLD.member_until IS NOT NEW.member_until OR OLD.member_left_on IS NOT NEW.member_left_on BEGIN UPDATE membership SET (holder_since, holder_until, holder_left_on) = (SELECT member_since, member_until, member_left_on FROM contact WHERE contact.id = membership.contact_id) WHERE contact_id = NEW.id; END;
CREATE TRIGGER membership_follows_state AFTER UPDATE OF state ON contact WHEN OLD.state <> NEW.state BEGIN UPDATE membership SET listed = CASE WHEN cancelled_on IS NOT NULL OR 'active' <> (SELECT c.state FROM contact c WHERE c.id = membership.contact_id) THEN 0 WHEN id = (SELECT x.id FROM membership x WHERE x.contact_id = membership.contact_id AND x.cancelled_on IS NULL ORDER BY x.ended_on DESC, x.id DESC LIMIT 1) THEN 2 ELSE 1 END WHERE contact_id IN (NEW.id) AND listed <> CASE WHEN cancelled_on IS NOT NULL OR 'active' <> (SELECT c.state FROM contact c WHERE c.id = membership.contact_id) THEN 0 WHEN id = (SELECT x.id FROM membership x WHERE x.contact_id = membership.contact_id AND x.cancelled_on IS NULL ORDER BY x.ended_on DESC, x.id DESC LIMIT 1) THEN 2 ELSE 1 END; END;
CREATE TRIGGER contact_keyed_in AFTER INSERT ON contact BEGIN INSERT OR IGNORE INTO contact_key (key, contact_id) SELECT value, NEW.id FROM json_each(nullif(NEW.match_keys, '')); END;
CREATE TRIGGER contact_keyed_out AFTER DELETE ON contact BEGIN DELETE FROM contact_key WHERE contact_id = OLD.id AND key IN (SELECT value FROM json_each(nullif(OLD.match_keys, ''))); END;
CREATE TRIGGER contact_keyed_again AFTER UPDATE OF match_keys ON contact BEGIN DELETE FROM contact_key WHERE contact_id = OLD.id AND key IN (SELECT value FROM json_each(nullif(OLD.match_keys, ''))); INSERT OR IGNORE INTO contact_key (key, contact_id) SELECT value, NEW.id FROM json_each(nullif(NEW.match_keys, '')); END;
CREATE TRIGGER entry_line_adds AFTER INSERT ON entry_line BEGIN 
INSERT INTO account_sum
(fiscal_year_id, account_id, month_on, is_validated, debit_cents, credit_cents)
SELECT NEW.fiscal_year_id, NEW.account_id, substr(NEW.entry_on, 1, 8) || '01', NEW.is_validated, 0, 0
WHERE NOT EXISTS (SELECT 1 FROM account_sum WHERE fiscal_year_id = NEW.fiscal_year_id AND account_id = NEW.account_id AND month_on = substr(NEW.entry_on, 1, 8) || '01' AND is_validated = NEW.is_validated);
UPDATE account_sum SET debit_cents = debit_cents + NEW.debit_cents,
credit_cents = credit_cents + NEW.credit_cents WHERE fiscal_year_id = NEW.fiscal_year_id AND account_id = NEW.account_id AND month_on = substr(NEW.entry_on, 1, 8) || '01' AND is_validated = NEW.is_validated;
END;
CREATE TRIGGER entry_line_takes AFTER DELETE ON entry_line BEGIN 
UPDATE account_sum SET debit_cents = debit_cents - OLD.debit_cents,
credit_cents = credit_cents - OLD.credit_cents WHERE fiscal_year_id = OLD.fiscal_year_id AND account_id = OLD.account_id AND month_on = substr(OLD.entry_on, 1, 8) || '01' AND is_validated = OLD.is_validated;
DELETE FROM account_sum WHERE fiscal_year_id = OLD.fiscal_year_id AND account_id = OLD.account_id AND month_on = substr(OLD.entry_on, 1, 8) || '01' AND is_validated = OLD.is_validated AND debit_cents = 0 AND credit_cents = 0;
END;
CREATE TRIGGER entry_line_moves AFTER UPDATE OF fiscal_year_id, account_id, entry_on, is_validated, debit_cents, credit_cents ON entry_line BEGIN 
UPDATE account_sum SET debit_cents = debit_cents - OLD.debit_cents,
credit_cents = credit_cents - OLD.credit_cents WHERE fiscal_year_id = OLD.fiscal_year_id AND account_id = OLD.account_id AND month_on = substr(OLD.entry_on, 1, 8) || '01' AND is_validated = OLD.is_validated;
DELETE FROM account_sum WHERE fiscal_year_id = OLD.fiscal_year_id AND account_id = OLD.account_id AND month_on = substr(OLD.entry_on, 1, 8) || '01' AND is_validated = OLD.is_validated AND debit_cents = 0 AND credit_cents = 0;

INSERT INTO account_sum
(fiscal_year_id, account_id, month_on, is_validated, debit_cents, credit_cents)
SELECT NEW.fiscal_year_id, NEW.account_id, substr(NEW.entry_on, 1, 8) || '01', NEW.is_validated, 0, 0
WHERE NOT EXISTS (SELECT 1 FROM account_sum WHERE fiscal_year_id = NEW.fiscal_year_id AND account_id = NEW.account_id AND month_on = substr(NEW.entry_on, 1, 8) || '01' AND is_validated = NEW.is_validated);
UPDATE account_sum SET debit_cents = debit_cents + NEW.debit_cents,
credit_cents = credit_cents + NEW.credit_cents WHERE fiscal_year_id = NEW.fiscal_year_id AND account_id = NEW.account_id AND month_on = substr(NEW.entry_on, 1, 8) || '01' AND is_validated = NEW.is_validated;
END;
COMMIT;
