imports-title = Importer vos membres
imports-step-upload = Votre fichier
imports-step-columns = Associer les colonnes
imports-step-preview = Vérifier chaque ligne
imports-step-done = Importer
imports-lede = Importez une feuille de calcul de personnes, avec leurs logements et leurs comités. Elle a une ligne par personne, ou une par logement.
imports-nothing-yet = Rien ne change avant la dernière étape, et personne ne reçoit de courriel. Vous vérifiez d’abord chaque ligne.
imports-upload-act = Lire le fichier
imports-template-title = Pas encore de feuille de calcul?
imports-template-help = Partez d’une feuille vide avec les bonnes colonnes. Seul un nom est nécessaire; le reste peut rester vide.
imports-template = Télécharger le modèle :
imports-example = Une ligne, par exemple
imports-example-committees = Finances; Vie associative
imports-columns-title = Que contient chaque colonne?
imports-columns-lede = Nous avons deviné d’après les noms des colonnes { DE($name) }. Corrigez au besoin, et laissez de côté ce qui n’a pas sa place ici.
imports-rows =
    { $count ->
        [one] Une ligne de personnes
       *[other] { $count } lignes de personnes
    }
imports-column-theirs = Votre colonne
imports-column-samples = Par exemple
imports-column-ours = Ce qu’elle contient
imports-column-unnamed = Sans nom
imports-header-title = Est-ce bien les noms de vos colonnes?
imports-header-label = Ligne des noms de colonnes
imports-header-none = Il n’y a pas de noms de colonnes
imports-header-act = Relire le fichier avec cette ligne
imports-columns-act = Vérifier chaque ligne
imports-other-file = Choisir un autre fichier
import-needs-name = Choisissez la colonne qui contient le nom.
import-column-twice = Deux colonnes ont le même contenu. Laissez-en une de côté.
column-ignore = Laisser de côté
column-full-name = Nom complet

imports-preview-title = Vérifier chaque ligne
imports-preview-lede =
    { $count ->
        [one] { $name } a une ligne. Rien n’est encore enregistré.
       *[other] { $name } a { $count } lignes. Rien n’est encore enregistré.
    }
imports-group-problems =
    { $count ->
        [one] { $count } avec un problème
       *[other] { $count } avec un problème
    }
imports-group-duplicates =
    { $count ->
        [one] { $count } doublon possible
       *[other] { $count } doublons possibles
    }
imports-group-changed =
    { $count ->
        [one] { $count } modification
       *[other] { $count } modifications
    }
imports-group-new =
    { $count ->
        [one] { $count } nouvelle
       *[other] { $count } nouvelles
    }
imports-group-same =
    { $count ->
        [one] { $count } inchangée
       *[other] { $count } inchangées
    }
imports-group-absent =
    { $count ->
        [one] 1 absente du fichier
       *[other] { $count } absentes du fichier
    }
imports-absent-help = Ces personnes sont au registre, mais pas dans ce fichier. L’importation ne les change pas.
imports-group-title-problems = Lignes avec un problème
imports-group-title-duplicates = Doublons possibles
imports-group-title-changed = Ce qui changera
imports-group-title-new = Nouvelles personnes
imports-group-title-same = Rien à faire
imports-problems-help = Ces lignes sont laissées de côté. Corrigez-les ici ou dans votre fichier, ou continuez sans elles.
imports-duplicates-help = Quelqu’un de ce nom figure déjà au registre, ou plus haut dans le fichier. Les lignes sans réponse sont laissées de côté.
imports-row = Ligne
imports-row-home = { $line }, logement { $name }
imports-row-named = Ligne { $line } : { $name }
imports-column = Colonne
imports-value = Valeur
imports-wrong = Ce qui ne va pas
imports-before = Maintenant
imports-after = D’après le fichier
imports-facts = Aussi dans la ligne
imports-empty = vide
imports-is-same = La même personne :
imports-is-same-row = La même personne qu’à la ligne { $line } : cette ligne est laissée de côté
imports-is-other = Une nouvelle personne
imports-answer-act = Enregistrer mes réponses
imports-answered = Vos réponses sont enregistrées.
imports-act-help = Les nouveaux logements et comités sont ajoutés avec les personnes. Tout est importé, ou rien.
imports-nothing-to-do = Il n’y a personne à importer dans ce fichier.
import-register-changed = Le registre a changé après votre vérification. Revenez en arrière, rechargez la page et vérifiez les lignes de nouveau. Rien n’a été importé.
imports-done-title = L’importation est faite
imports-done-lede = Aucun courriel n’a été envoyé. Nous ne gardons pas votre fichier.
imports-added = Nouvelles personnes
imports-changed = Modifiées
imports-same = Inchangées
imports-left-out = Laissées de côté
imports-units-added = Logements ajoutés
imports-committees-added = Comités ajoutés
imports-see-members = Voir les membres
imports-next = Ensuite : inviter les personnes

sheet-too-large = Ce fichier dépasse 10 Mo. Retirez les colonnes inutiles, ou coupez-le en deux fichiers.
sheet-too-long = Ce fichier a plus de 20 000 lignes ou de 400 000 cellules (ligne { $limit }). Coupez-le en deux fichiers.
sheet-too-wide = La ligne { $limit } a plus de 100 colonnes. Retirez des colonnes.
sheet-long-cell = La ligne { $limit } a une cellule de plus de 32 767 caractères. Raccourcissez-la.
sheet-old-excel = C’est un ancien fichier Excel (.xls), ou un fichier avec mot de passe. Dans Excel, choisissez Enregistrer sous, puis Classeur Excel (.xlsx), sans mot de passe.
sheet-not-a-sheet = Ce n’est pas une feuille de calcul. Choisissez un fichier CSV, Excel (.xlsx) ou OpenDocument (.ods).
sheet-damaged = Ce fichier est endommagé ou protégé par un mot de passe. Ouvrez-le dans votre tableur, enregistrez-le de nouveau sans mot de passe, et choisissez le nouveau.
sheet-bomb = Une fois décompressé, ce fichier est bien plus gros qu’une liste de personnes. Ouvrez-le dans votre tableur, copiez les lignes dans un nouveau, et enregistrez celui-ci.
sheet-not-text = La ligne { $limit } est illisible comme texte. Dans votre tableur, choisissez Enregistrer sous, puis CSV UTF-8.
sheet-cut-quotation = À la ligne { $limit }, un guillemet s’ouvre et ne se ferme jamais. Fermez-le ou retirez-le.
sheet-empty = Ce fichier n’a pas de lignes. Il en faut une avec les noms des colonnes, puis une par personne.

import-no-name = Il n’y a pas de nom.
import-no-name-fix = Écrivez un nom dans cette ligne.
import-no-person = Ce n’est pas le nom d’une personne.
import-no-person-fix = Écrivez un nom, ou retirez la ligne.
import-unreadable = Ceci est illisible comme texte.
import-unreadable-fix = Écrivez-le de nouveau.
import-too-long = C’est trop long.
import-too-long-fix = Raccourcissez.
import-email = Ce n’est pas une adresse de courriel.
import-email-fix = Écrivez-la comme nom@exemple.org, ou laissez vide.
import-phone = Ce n’est pas un numéro de téléphone.
import-phone-fix = Écrivez-le avec l’indicatif régional, comme 819 555-0142, ou laissez vide.
import-phones-many = Il y a plus de quatre numéros de téléphone.
import-phones-many-fix = Gardez les quatre meilleurs.
import-date = Cette date n’existe pas.
import-date-fix = Écrivez-la comme 2026-12-04.
import-date-unclear = Le jour et le mois pourraient être inversés.
import-date-unclear-fix = Écrivez-la comme 2026-12-04.
import-status = Nous ne connaissons pas ce statut.
import-status-fix = Écrivez Membre, Candidature, Auxiliaire, En congé, Suspendu ou Ancien.
import-language = Nous ne connaissons pas cette langue.
import-language-fix = Écrivez français ou anglais, ou laissez vide.
import-number-twice = La ligne { $other } porte aussi ce numéro.
import-number-twice-fix = Donnez un autre numéro à l’une des deux, ou retirez-en une.
import-person-twice = La ligne { $other } concerne la même personne.
import-person-twice-fix = Retirez une des deux lignes.
import-number-taken = Quelqu’un d’autre au registre porte ce numéro.
import-number-taken-fix = Donnez un autre numéro, ou laissez vide.
import-joined-late = Le registre a un statut qui a commencé avant cette date.
import-joined-late-fix = Donnez une date antérieure, ou laissez vide.

event-members-imported = a importé des membres

import-no-home = Il n’y a pas de logement dans cette ligne.
import-no-home-fix = Écrivez dans quel logement ces personnes habitent.
import-two-people = On dirait deux personnes.
import-two-people-fix = Écrivez chacune ainsi : nom, virgule, prénom, et un point-virgule entre les deux. Le reste de la ligne va à la première.
import-bedrooms = Ce n’est pas un nombre de chambres.
import-bedrooms-fix = Écrivez un nombre de 0 à 12, ou laissez vide.
import-area = Ce n’est pas une superficie en mètres carrés.
import-area-fix = Écrivez un nombre entier comme 75, ou laissez vide.
import-date-question = Une colonne pose une question. Répondez-y d’abord.

column-bedrooms = Chambres du logement
column-area = Superficie du logement (m²)
column-of-adult = { $name }, adulte { $number }
imports-date-question = Quel jour est { $date }?
imports-other-sheets = D’autres feuilles de ce fichier n’ont pas été lues : { $names }
imports-group-nobody = { $count } sans personne
imports-group-title-nobody = Logements vides et lignes sans personne
imports-row-empty-home = Le logement { $name } est vide
imports-row-total = Personne dans cette ligne
imports-mend = Corriger ici
imports-mend-cell = Corriger { $column } à la ligne { $line }
imports-mend-act = Vérifier ces lignes de nouveau
imports-corrected = C’est corrigé. Votre fichier lui-même n’a pas changé.
imports-not-corrected = Rien n’a changé.
imports-problems-download = Télécharger seulement les lignes avec un problème :
imports-problem-words = { $column } : { $wrong } { $fix }
imports-progress-title = L’importation est en cours
imports-progress = { $done } sur { $total }.
imports-progress-waiting = Elle commence dans un instant.
imports-progress-help = Vous pouvez fermer cette page : l’importation continue. Tout est importé, ou rien.
imports-seen-by = Personne d’autre ne voit ce fichier avant son importation.
imports-progress-act = Voir où elle en est
imports-undo-title = Était-ce une erreur?
imports-undo-help = Vous pouvez tout annuler jusqu’au { $until }. Les personnes modifiées depuis restent telles quelles, et nous vous dirons lesquelles.
imports-undo-act = Annuler cette importation
imports-undone-title = L’importation est annulée
imports-undone-lede-members = Les personnes, logements et comités que personne n’a touchés depuis sont comme avant.
imports-removed = Personnes retirées
imports-put-back = Personnes remises comme avant
imports-left-alone = Laissées telles quelles, parce qu’elles ont changé depuis
imports-left-alone-help = Rien n’est perdu. Regardez chacune et décidez à la main.
imports-units-put-back = Logements remis comme avant
imports-units-changed = Logements modifiés
imports-units-removed = Logements retirés
imports-committees-removed = Comités retirés
imports-past = Importations récentes
imports-past-undone = annulée
imports-past-counts = { $added } nouvelles, { $changed } modifiées
imports-unnamed = Sans nom

event-members-import-undone = a annulé une importation
event-member-put-back = a été remis comme avant une importation
column-block = Bâtiment
column-floor = Étage
imports-left-birth = Laissée de côté : les dates de naissance ne sont pas gardées ici.
imports-left-insurance = Laissée de côté : les numéros d’assurance sociale ne sont pas gardés ici.
imports-left-health = Laissée de côté : rien sur la santé de quelqu’un n’est gardé ici.
imports-left-identity = Laissée de côté : les numéros de permis et de passeport ne sont pas gardés ici.
imports-left-money = Laissée de côté : loyers, revenus et comptes de banque ne sont pas gardés ici.
imports-left-lease = Laissée de côté : les baux ne sont pas gardés ici.
imports-left-share = Laissée de côté : les parts s’inscrivent avec chaque personne, pas à partir d’un fichier.
imports-left-secret = Laissée de côté : un mot de passe ne vient jamais d’un fichier.
imports-left-other = Laissée de côté : c’est à quelqu’un d’autre, ou ce n’est pas un téléphone.
imports-left-twice = Laissée de côté : une autre colonne est prise pour cela.
imports-left-unknown = Laissée de côté : nous ne savons pas ce que c’est.
imports-column-left-out = { $name } : { $why }
imports-as-last-time = Ces colonnes sont lues comme la dernière fois, quand vous avez importé un fichier avec les mêmes titres.
imports-forget-act = Oublier la dernière fois
imports-forgotten = C’est oublié. Les colonnes sont lues de nouveau.
imports-above-question =
    { $count ->
        [one] La ligne { $line } ne nomme aucun logement. Cette personne habite-t-elle le logement de la ligne du dessus?
       *[other] { $count } lignes ne nomment aucun logement, la première est la ligne { $line }. Ces personnes habitent-elles le logement de la ligne du dessus?
    }
imports-above-yes = Oui, le logement du dessus
imports-above-no = Non, laisser le logement vide
imports-hidden-rows = Ces lignes sont masquées dans votre fichier, et lues quand même : { $lines }
imports-struck-rows = Ces lignes sont barrées dans votre fichier, et lues quand même : { $lines }
imports-accents-notice = Ce fichier ne dit pas comment ses accents sont écrits. Regardez les noms; s’ils sont faux, relisez-le de l’autre façon.
imports-accents-label = Laquelle de ces lectures est la bonne?
imports-all-same = Ce sont toutes les mêmes personnes
imports-new-homes = Nouveaux logements : { $names }
imports-new-committees = Nouveaux comités : { $names }
imports-aside = laissé de côté : { $words }
imports-count-people =
    { $count ->
        [one] { $count } personne
       *[other] { $count } personnes
    }
imports-count-homes =
    { $count ->
        [one] { $count } logement
       *[other] { $count } logements
    }
imports-count-committees =
    { $count ->
        [one] { $count } comité
       *[other] { $count } comités
    }
imports-count-rows =
    { $count ->
        [one] { $count } ligne
       *[other] { $count } lignes
    }
imports-and = et
imports-act-add = ajouter { $what }
imports-act-change = modifier { $what }
imports-act-leave = laisser { $what } de côté
import-home-date = Un tableur a fait une date de ce logement.
import-home-date-fix = Écrivez le logement comme on l’appelle, par exemple 1-2.
import-home-above = Il n’y a pas de logement dans cette ligne. C’est peut-être celui de la ligne du dessus.
import-home-above-fix = Revenez et dites-le pour toute la colonne, ou écrivez le logement ici.
import-home-which = Plusieurs bâtiments ont un logement de ce numéro.
import-home-which-fix = Écrivez le bâtiment entre parenthèses derrière, par exemple 101 (A).
import-floor = Ce n’est pas un étage.
import-floor-fix = Écrivez un nombre comme 2, ou laissez vide.
import-section = Ceci semble être le titre d’une section, et non une personne.
import-section-fix = Rien à faire si c’en est un : la ligne est laissée de côté.
import-alone = C’est tout ce qu’il y a dans la ligne.
import-alone-fix = Si c’est quelqu’un, écrivez l’autre partie du nom. Sinon, la ligne est laissée de côté.
import-gone = Quelque chose à côté du nom dit que cette personne est morte ou partie.
import-gone-fix = Écrivez le nom seul si cette personne a sa place au registre. Sinon, la ligne est laissée de côté.
import-mark = Il y a un signe à côté du nom.
import-mark-fix = Écrivez le nom sans ce signe, et ce qu’il veut dire dans sa propre colonne.
import-name-parts = On ne sait pas quelle partie est le nom de famille.
import-name-parts-fix = Écrivez le nom de famille, une virgule, puis le prénom. Corrigez notre proposition au besoin.
import-emails-many = Il y a plus d’une adresse, et une personne en a une ici.
import-emails-many-fix = Gardez celle qui doit servir.
import-date-part = On ne connaît que le mois ou l’année.
import-date-part-fix = Écrivez le jour, ou laissez vide. Nous proposons le premier.
import-insurance = Ceci ressemble à un numéro d’assurance sociale.
import-insurance-fix = Laissez vide : ces numéros ne sont pas gardés ici.
imports-unsaid = Ce que ce fichier ne dit pas
imports-without-status =
    { $count ->
        [one] { $count } nouvelle personne n’a pas de statut dans ce fichier, et entre comme membre.
       *[other] { $count } nouvelles personnes n’ont pas de statut dans ce fichier, et entrent comme membres.
    }
imports-without-day =
    { $count ->
        [one] Quand { $count } nouvelle personne sans date d’adhésion a-t-elle adhéré?
       *[other] Quand { $count } nouvelles personnes sans date d’adhésion ont-elles adhéré?
    }
imports-day-unknown = Laisser la date inconnue, et aussi depuis quand elles habitent leur logement
imports-day-known = À la date ci-dessous. Depuis quand elles habitent leur logement reste inconnu.
import-joined-later = Cette date n’est pas encore arrivée. Donnez-en une antérieure, ou laissez-la inconnue.
imports-begun = Commencées, non terminées
imports-begun-until = gardée jusqu’au { $until }
attention-imports-begun =
    { $count ->
        [one] Une importation est commencée et non terminée
       *[other] { $count } importations sont commencées et non terminées
    }
attention-imports-begun-act = Continuer

imports-instead-members = Importer plutôt des membres
imports-instead-tasks = Importer plutôt des tâches
imports-tasks-title = Importer vos tâches
imports-tasks-lede = Importez une feuille de calcul de tâches : ce qui est à faire ou a été fait, par qui, et pour combien d’heures. Elle a une ligne par tâche.
imports-tasks-template-help = Partez d’une feuille vide avec les bonnes colonnes. Seule la tâche elle-même est nécessaire; le reste peut rester vide.
imports-tasks-rows =
    { $count ->
        [one] Une ligne de tâches
       *[other] { $count } lignes de tâches
    }
imports-example-task = Saler les marches de l’entrée
imports-example-committee = Entretien
imports-example-outcome = Il reste deux sacs
import-needs-title = Choisissez la colonne qui dit ce qui est à faire.
import-no-title = Cette ligne ne dit pas ce qui est à faire.
import-no-title-fix = Décrivez la tâche en quelques mots, ou retirez la ligne.
import-hours = Ce ne sont pas des heures.
import-hours-fix = Écrivez-les comme 1,5, 1h30 ou 90 min, ou laissez la cellule vide.
import-hours-many = Une tâche compte au plus pour 100 heures.
import-hours-many-fix = Écrivez moins d’heures, ou divisez la tâche.
import-done-later = Ce jour n’est pas encore venu; la tâche ne peut pas être faite.
import-done-later-fix = Écrivez le jour où elle a été faite, ou laissez la cellule vide.

column-title = Tâche
column-details = Ce que « fait » veut dire
column-committee = Comité
column-who = Qui l’a
column-due-on = Échéance
column-state = État
column-hours = Heures
column-outcome = Ce qui en est sorti
column-done-on = Fait le
imports-tasks-group-problems =
    { $count ->
        [one] 1 avec un problème
       *[other] { $count } avec des problèmes
    }
imports-tasks-group-asked =
    { $count ->
        [one] 1 avec une question
       *[other] { $count } avec des questions
    }
imports-tasks-group-new =
    { $count ->
        [one] 1 nouvelle
       *[other] { $count } nouvelles
    }
imports-tasks-group-same = { $count } déjà ici
imports-tasks-group-left =
    { $count ->
        [one] 1 laissée de côté
       *[other] { $count } laissées de côté
    }
imports-tasks-group-nothing =
    { $count ->
        [one] 1 vide
       *[other] { $count } vides
    }
imports-tasks-title-asked = Lignes qui attendent vos réponses
imports-tasks-title-new = Nouvelles tâches
imports-tasks-title-same = Tâches qui sont déjà ici
imports-tasks-title-left = Lignes que vous laissez de côté
imports-tasks-title-nothing = Lignes sans tâche
imports-tasks-nothing = Aucune tâche dans cette ligne
imports-tasks-earlier = aussi à la ligne { $line }
imports-tasks-asked-help = Nous n’avons pas trouvé ces noms, ou en avons trouvé plusieurs. Choisissez qui ou quoi est désigné; chacun n’est demandé qu’une fois. Les lignes sur lesquelles vous ne décidez pas sont laissées de côté.
imports-tasks-asked-later =
    { $count ->
        [one] Une autre question suivra.
       *[other] { $count } autres questions suivront.
    }
imports-tasks-ask-who = Qui est « { $text } »?
imports-tasks-ask-committee = Quel comité est « { $text } »?
imports-tasks-ask-state = Que veut dire l’état « { $text } »?
imports-tasks-ask-rows =
    { $count ->
        [one] À la ligne { $line }
       *[other] À { $count } lignes, dont la première est la ligne { $line }
    }
imports-tasks-undecided = Pas encore décidé
imports-tasks-perhaps = Peut-être
imports-tasks-people = Personnes
imports-tasks-homes = Logements
imports-tasks-committees = Comités
imports-tasks-otherwise = Ou bien
imports-tasks-nobody = Personne : importer les tâches sans responsable
imports-tasks-no-committee = Aucun comité : importer les tâches sans comité
imports-tasks-out = Laisser ces lignes de côté
imports-tasks-act-help = Personne n’est averti des tâches qui viennent d’un fichier, ni de celles qui sont déjà en retard. Tout est importé, ou rien.
imports-tasks-hours = { $hours } sont inscrites pour qui a fait ces tâches.
imports-tasks-hours-waiting = { $hours } de plus compteront dès qu’une autre personne sera d’accord : elles sont pour vos propres tâches, ou dépassent ce qu’une personne seule peut fixer.
imports-tasks-when-due =
    { $count ->
        [one] Le fichier ne dit pas quand une tâche terminée a été faite. Ses heures comptent le jour de son échéance.
       *[other] Le fichier ne dit pas quand { $count } tâches terminées ont été faites. Leurs heures comptent le jour de leur échéance.
    }
imports-tasks-nothing-to-do = Ce fichier ne contient aucune nouvelle tâche à importer.
imports-count-tasks =
    { $count ->
        [one] une tâche
       *[other] { $count } tâches
    }
imports-tasks-added = Nouvelles tâches
imports-tasks-same = Déjà ici
imports-tasks-credited = Heures inscrites
imports-tasks-waiting = Heures qui attendent l’accord d’une autre personne
imports-see-tasks = Voir les tâches
imports-tasks-undo-help = Vous pouvez tout annuler jusqu’au { $until }. Les tâches que quelqu’un a touchées depuis restent, et nous vous dirons lesquelles. Les heures des autres sont reprises.
imports-undone-lede-tasks = Les tâches que personne n’a touchées depuis sont parties, et leurs heures sont reprises.
imports-removed-tasks = Tâches retirées
imports-past-tasks =
    { $count ->
        [one] une tâche
       *[other] { $count } tâches
    }
imports-from-tasks = Importer une feuille de calcul
event-tasks-imported = a importé des tâches
event-tasks-import-undone = a annulé un import de tâches
imports-tasks-row = Tâche

# ---- attendance sheets ----
imports-instead-meetings = Importer plutôt des feuilles de présence
imports-meetings-title = Importer des feuilles de présence
imports-meetings-lede = Importez un tableau des présences à vos réunions des dernières années. Il compte une ligne par personne et une colonne par réunion, avec la date dans son titre.
imports-meetings-template-help = Partez d’un tableau vide. Il faut le nom ou le numéro de membre, et une date dans le titre de chaque réunion : « 2025-11-18 Assemblée annuelle ».
imports-meetings-rows =
    { $count ->
        [one] Une ligne de présences
       *[other] { $count } lignes de présences
    }
imports-meetings-row = Personne
imports-example-annual = Assemblée annuelle
imports-example-general = Assemblée générale
imports-from-meetings = Importer des feuilles de présence
import-needs-meeting = Choisissez au moins une colonne qui contient une réunion.
import-meeting-undated = Le titre d’une réunion doit contenir sa date, comme « 2025-11-18 Assemblée annuelle ». Laissez de côté les colonnes qui n’en ont pas, ou changez leurs titres dans le fichier.
column-meeting = Une réunion : qui est venu
imports-meetings-group-problems =
    { $count ->
        [one] 1 avec un problème
       *[other] { $count } avec des problèmes
    }
imports-meetings-group-asked =
    { $count ->
        [one] 1 avec une question
       *[other] { $count } avec des questions
    }
imports-meetings-group-new = { $count } à ajouter
imports-meetings-group-same = { $count } déjà là
imports-meetings-group-left =
    { $count ->
        [one] 1 laissée de côté
       *[other] { $count } laissées de côté
    }
imports-meetings-group-nothing =
    { $count ->
        [one] 1 vide
       *[other] { $count } vides
    }
imports-meetings-title-asked = Lignes qui attendent vos réponses
imports-meetings-title-new = Ce que chaque ligne ajoute
imports-meetings-title-same = Lignes qui ne disent rien de nouveau
imports-meetings-title-left = Lignes que vous laissez de côté
imports-meetings-title-nothing = Lignes qui ne concernent personne
imports-meetings-nobody = Cette ligne ne concerne personne
imports-meetings-asked-help = Certains mots du fichier peuvent vouloir dire plusieurs choses. Chacun est demandé une seule fois. Les lignes sans réponse sont laissées de côté.
imports-meetings-ask-who = Qui est « { $text } »?
imports-meetings-ask-mark = Que veut dire « { $text } » dans une case?
imports-meetings-ask-kind = Quel genre de réunion est « { $text } »?
imports-meetings-ask-time = À quelle heure ces réunions ont-elles commencé? Le fichier ne le dit pas.
imports-meetings-act-help = Une case vide compte comme une absence pour les personnes qui étaient membres ce jour-là. Personne n’est averti. Tout est importé, ou rien.
imports-meetings-nothing-to-do = Ce fichier n’apporte rien de nouveau sur les présences.
imports-meetings-named = { $day } ({ $kind })
imports-meetings-new = { $name } s’ajoute à vos réunions : présences { $there } sur { $count }.
imports-meetings-known = { $name } : présences { $there } sur { $count }.
imports-meetings-door = { $name } est laissée de côté : les présences ont été prises à la porte.
imports-meetings-ahead = { $name } est laissée de côté : cette date est à venir.
imports-meetings-empty = { $name } est laissée de côté : aucune case ne dit rien.
imports-meetings-twice = { $name } est deux fois dans le fichier. Seule la première colonne compte.
imports-meetings-note = { $day } : { $now }
imports-meetings-was = { $day } : { $now }, était { $was }
imports-count-notes =
    { $count ->
        [one] une inscription de présence
       *[other] { $count } inscriptions de présence
    }
imports-meetings-made = Réunions ajoutées
imports-meetings-added = Inscriptions de présence
imports-meetings-changed = Inscriptions changées
imports-see-meetings = Voir les réunions
imports-meetings-undo-help = Vous pouvez tout annuler jusqu’au { $until }. Les réunions sur lesquelles on a travaillé depuis restent, et nous vous dirons lesquelles.
imports-undone-lede-meetings = Les présences que personne n’a changées depuis sont retirées, ainsi que les réunions venues avec elles.
imports-removed-meetings = Réunions retirées
event-meetings-imported = a importé des feuilles de présence
event-meetings-import-undone = a annulé l’importation de feuilles de présence
