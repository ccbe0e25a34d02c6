"""Names so usual that one is no slip for another: Marine is not Karine, Martin not Marin."""

from __future__ import annotations

from functools import lru_cache

from coopdesk.domain.name_keys import plain_spelling

_FIRST_NAMES = """
adele adrien adrienne agathe agnes aime aimee alain alban albane albert alberte alex alexandra
alexandre alexia alexis alice aline alix alphonse amandine ambre amelie anais andre andrea
andree ange angele angelique anita anna anne annette annick annie anthony antoine antoinette
antonin apolline ariane arlette armand arnaud arthur astrid aude audrey auguste augustin
aurelie aurelien aurore axel axelle aymeric baptiste barbara bastien beatrice benedicte
benjamin benoit bernadette bernard bertrand blanche brice brigitte bruno camille capucine
carine carla carole caroline catherine cecile cedric celeste celestine celia celine chantal
charles charlie charline charlotte chloe christelle christian christiane christine christophe
claire clara clarisse claude claudette claudie claudine clemence clement clementine cleo
clotilde clovis colette coline coralie corentin corinne cyprien cyril cyrille damien daniel
daniele danielle david deborah delphine denis denise diane didier dimitri dominique dorian
edgar edith edmond edouard eleonore eliane elias elie elina eline elisa elisabeth elise ella
elodie eloise elsa emeline emile emilie emilien emma emmanuel emmanuelle enzo eric erika
ernest estelle esther ethan etienne eugene eugenie eva evan eve eveline evelyne fabien
fabienne fabrice fanny faustine felicie felix fernand fernande flavie flora florence florent
florian francine francis franck francois francoise frank fred frederic frederique gabin
gabriel gabrielle gael gaelle gaetan gaspard gaston genevieve georges georgette gerald gerard
germain germaine ghislain ghislaine gilbert gilberte gilles gisele gregoire gregory guillaume
guy gwenaelle helena helene henri henriette herve hortense hubert hugo hugues ida ines ingrid
irene iris isabelle ivan jacky jacqueline jacques jade jean jeanne jeannine jeremie jeremy
jerome jessica joachim joana joel joelle johan johanna jonathan jordan joris joseph josephine
josette josiane josselin jules julia julian julie julien juliette justin justine karim karine
karl kevin killian laetitia lara laura laure laurence laurent laurie laurine lea leila lena
leo leon leonard leonie leonor leopold lila lili lilian liliane lilou lina linda line lisa
lise lison loic lola lorenzo lou louane louis louisa louise luc luca lucas lucette lucie
lucien lucienne lucile ludivine ludovic luis luna lya lydia lydie mael maeva magali magalie
malo manon manuel marc marceau marcel marcelle margaux margot marguerite maria marianne marie
marielle marin marina marine mario marion marius marlene martial martin martine maryline
maryse maryvonne mateo mathias mathieu mathilde mathis maud maurice max maxence maxime maya
mehdi melanie melina meline melissa michel michele micheline mickael mila milan mireille
mohamed moise monique morgane muriel myriam nadege nadia nadine nael nathalie nathan nelly
nicolas nicole nina ninon noa noah noe noel noelle noemie nora oceane odette odile olga olive
olivia olivier ophelie oscar pascal pascale patrice patricia patrick paul paula paule paulette
pauline perrine philippe pierre pierrette prune quentin rachel rachid raoul raphael raphaelle
raymond raymonde regine regis remi remy renaud rene renee richard robert robin roger roland
rolande romain romane romuald rosa rosalie rose roseline roxane sabine sabrina sacha salome
samia samuel sandra sandrine sandy sara sasha sebastien serge severine simeon simon simone
sofia solange solene sonia sophia sophie stella stephane stephanie suzanne suzette sylvain
sylvaine sylvia sylviane sylvie tania tatiana teo theo theodore therese thibault thierry
thomas tiago tim timothee tom toma tony tristan ugo ulysse valentin valentine valere valerie
vanessa vera veronique victoire victor victoria vincent violaine violette virginie viviane
vivien wilfried william xavier yael yan yanis yann yannick yoan yohan yolande yves yvette yvon
yvonne zoe
"""
_LAST_NAMES = """
adam andre antoine arnaud aubert aubry bailly barbier baron barre barthelemy benard benoit
berger bernard bertin bertrand besnard besson blanc blanchard bonnet bonnot boucher bouchet
boulanger bourgeois bouvet bouvier boyer breton brun brunet brunot carlier caron carpentier
carre charles charpentier chevalier chevallier clement colas colin collet cordier cousin
daniel david delattre delaunay denis deschamps dubois dufour dumas dumont dupond dupont dupuis
dupuy durand duval etienne fabre faure fernandez ferrand fleury fontaine fournier francois
gaillard garcia garnier gauthier gautier gay georges gerard germain gilbert gillet girard
giraud gonzalez granier grenier gros guerin guillaume guillot guyot hamon henry herve hubert
huet humbert jacob jacquet jean joly julien klein lacroix laine lambert lamy laurent leblanc
lebrun leclerc leclercq lecomte lefebvre lefevre legrand legros lemaire lemaitre lemoine
leroux leroy leveque lopez louis lucas maillard maillot mallet marchal marchand marechal marie
marin marion martel martin martinez martinot marty masson mathieu menard mercier meunier meyer
michaud michel millet monnier moreau morel moret morin moulin muller nguyen nicolas noel
olivier paris pasquier paul pelletier pereira perez perret perrier perrin perrot petit
philippe picard pichon pierre poirier pons poulain prevost remy renard renaud renault rey
reynaud ricard richard riviere robert robin roche rodriguez roger rolland rousseau roussel
roux roy royer sanchez schmitt schneider simon sorel tessier thomas tournier vallet vasseur
verdier vidal vincent voisin weber
"""
USUAL_FIRST_NAMES = frozenset(_FIRST_NAMES.split())
USUAL_LAST_NAMES = frozenset(_LAST_NAMES.split())
_PLAIN_FIRST_NAMES = frozenset(plain_spelling(name) for name in USUAL_FIRST_NAMES)
_DIMINUTIVES = """
alex ben caro cath chris dom fred greg isa jess manu nat nath nico phil seb steph val vero vince
"""
_SHORT_NAMES = frozenset(_DIMINUTIVES.split())

# What a feminine form adds to a masculine one: Pascale, Jeanne, Michelle, Juliette, Paula.
_FEMININE_ENDINGS = frozenset({"a", "e", "ette", "ia", "ie", "ine", "le", "ne", "te"})
_FEMININE_PAIRS = (("c", "que"), ("ent", "ence"), ("ant", "ance"), ("en", "enne"), ("f", "ve"))


def both_usual(first: str, second: str) -> bool:
    """Tell whether two folded first names are usual ones, whatever their spelling."""
    return (
        plain_spelling(first) in _PLAIN_FIRST_NAMES
        and plain_spelling(second) in _PLAIN_FIRST_NAMES
    )


@lru_cache(maxsize=1 << 14)
def differ_by_gender(first: str, second: str) -> bool:
    """Tell whether a first name is the feminine of the other: Michel and Michèle are two."""
    short, long = sorted((first, second), key=len)
    if long.startswith(short):
        return long[len(short) :] in _FEMININE_ENDINGS
    return any(
        short.endswith(his) and long.endswith(hers) and short[: -len(his)] == long[: -len(hers)]
        for his, hers in _FEMININE_PAIRS
    )


def is_diminutive(first: str, second: str) -> bool:
    """Tell whether a folded first name is a usual short form of the other: Fred, Frédéric."""
    short, long = sorted((first, second), key=len)
    return short in _SHORT_NAMES and long.startswith(short)
