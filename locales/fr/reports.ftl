# Rapports.

nav-reports = Rapports
nav-help-reports = Des listes et des chiffres à transmettre
reports-title = Rapports
reports-lede = Des listes et des chiffres à transmettre : au conseil, à un comité, à la banque, au gouvernement.
reports-saved = Rapports enregistrés
reports-ready-made = Faire un rapport
reports-runs = Faits récemment
reports-runs-help = Toutes les personnes qui font des rapports peuvent les ouvrir. Ils sont gardés sept jours.
reports-runs-none = Aucun rapport n’a été fait dans les sept derniers jours.

report-register = Registre des membres
report-register-about = Qui fait partie de la coop, avec le logement, les parts et les coordonnées, et la liste des logements.
report-register-here = Toutes les personnes qui habitent ici
report-register-full = Membres en règle
report-register-everybody = Tout le monde, y compris les anciens membres
report-growth = Croissance
report-growth-about = Combien de membres mois par mois, qui est arrivé et qui est parti.
report-tasks = Journal des tâches
report-tasks-about = Ce qui a été fait, par qui et quand, et ce qui reste à faire.
report-tasks-all = Toutes les tâches
report-tasks-done = Faites
report-tasks-open = À faire
report-tasks-late = En retard
report-votes = Résultats des votes
report-votes-about = Ce qui a été soumis au vote, ce qui en est sorti, combien ont voté, et les décisions du registre.
report-attendance = Présences
report-attendance-about = Les réunions tenues, et qui est venu à combien d’entre elles.
report-hours = Heures
report-hours-about = Où en est chaque personne avec ses heures, et ce qui a été donné par genre de travail.
report-committees = Comités
report-committees-about = Qui siège à quel comité, et ce que chacun a fait.
report-annual = Rapport annuel
report-annual-about = Les chiffres, le conseil, les assemblées et les décisions que demande une déclaration annuelle.
report-board = Pour le conseil
report-board-about = Le mois en quelques pages : membres, logements vides, tâches, réunions, décisions, dépôts.

report-part-people = Personnes
report-part-people-about = Telles qu’elles étaient le dernier jour.
report-part-homes = Logements
report-part-homes-about = Tels qu’ils étaient le dernier jour. Les personnes invitées ne comptent pas.
report-part-growth = Membres
report-part-growth-about = Membres en règle à la fin de chaque mois.
report-part-moves = Arrivées et départs
report-part-moves-about = Qui est devenu membre en règle, et qui ne l’est plus.
report-part-tenants = Membres parmi les adultes
report-part-tenants-about = Combien des personnes qui habitent ici sont membres.
report-part-vacancies = Logements vides
report-part-vacancies-about = Jours où des logements étaient vides, additionnés, et combien l’étaient à la fin du mois.
report-part-tasks = Tâches
report-part-tasks-about = Les tâches faites pendant ces jours, et celles qui sont à faire aujourd’hui et l’étaient au plus tard le dernier jour. Les tâches annulées n’y sont pas.
report-part-by-committee = Tâches par comité
report-part-by-committee-about = Combien ont été faites pendant ces jours, et combien sont à faire aujourd’hui.
report-part-results = Résultats
report-part-results-about = Les votes terminés pendant ces jours. Ceux qui ont été annulés ou déclarés nuls n’ont pas de résultat.
report-part-turnout = Participation
report-part-turnout-about = Combien ont voté, pouvaient voter, et étaient nécessaires. Les chiffres qui diraient comment quelqu’un a voté n’y sont pas.
report-part-decisions = Décisions
report-part-decisions-about = Ce que le registre des décisions contient pour ces jours.
report-part-meetings = Réunions
report-part-meetings-about = Les réunions tenues. Là où personne n’a noté les présences, le nombre est vide.
report-part-general = Assemblées générales
report-part-general-about = Les assemblées tenues, avec les personnes convoquées et le nombre nécessaire.
report-part-who-came = Qui est venu
report-part-who-came-about = À combien de réunions chaque personne était conviée, à combien elle est venue, et pour combien elle s’est excusée.
report-part-standing = Où en est chaque personne
report-part-standing-about = Dans la période d’heures où tombe le dernier jour.
report-part-given = Heures données
report-part-given-about = Selon le jour du travail. Les dons passent des heures d’une personne à une autre et n’y sont pas.
report-part-committees = Comités
report-part-committees-about = Réunions tenues et tâches faites pendant ces jours; tâches à faire aujourd’hui.
report-part-seats = Qui siège où
report-part-seats-about = Toutes les personnes qui ont siégé à un comité ou l’ont dirigé pendant ces jours. Sans dernier jour : elles y sont encore.
report-part-numbers = Chiffres
report-part-numbers-about = Au dernier jour; arrivées, départs, assemblées et décisions sont ceux des jours du rapport.
report-part-directors = Conseil
report-part-directors-about = Qui siégeait au conseil le dernier jour.
report-part-filings = Dépôts
report-part-filings-about = Ce qui a été remis pendant ces jours, et ce qui doit l’être d’ici trois mois.

report-column-number = Numéro
report-column-name = Nom
report-column-status = Statut
report-column-since = Depuis
report-column-until = Jusqu’au
report-column-joined-on = Entrée
report-column-home = Logement
report-column-shares = Parts
report-column-email = Courriel
report-column-phone = Téléphone
report-column-home-kind = Genre
report-column-bedrooms = Chambres
report-column-people = Personnes
report-column-members = Membres
report-column-lived-since = Habité depuis
report-column-day = Jour
report-column-moved = Ce qui s’est passé
report-column-task = Tâche
report-column-committee = Comité
report-column-whose = Qui
report-column-due-on = Pour le
report-column-done-on = Faite le
report-column-task-status = État
report-column-late = Retard
report-column-minutes = Heures
report-column-on-time = Faites à temps
report-column-late-done = Faites en retard
report-column-open = À faire
report-column-open-late = À faire, en retard
report-column-vote = Vote
report-column-question = Question
report-column-method = Façon de voter
report-column-verdict = Résultat
report-column-binding = Portée
report-column-decision = Décision nº
report-column-body = Instance
report-column-title = Titre
report-column-review-on = À revoir le
report-column-meeting = Réunion
report-column-meeting-kind = Genre
report-column-came = Présences
report-column-called = Convocations
report-column-needed = Nécessaires
report-column-times-called = Convocations
report-column-times-came = Présences
report-column-times-excused = Excuses
report-column-who = Qui
report-column-minutes-due = Demandées
report-column-minutes-excused = Dispensées
report-column-minutes-before = Gardées d’avant
report-column-minutes-given = Données
report-column-minutes-gifts = Reçues d’autres
report-column-minutes-missing = Manquantes
report-column-work-kind = Genre de travail
report-column-lines = Inscriptions
report-column-leads = Responsables
report-column-meetings-held = Réunions
report-column-done = Faites
report-column-seat = Rôle
report-column-what = Quoi
report-column-count = Combien
report-column-office = Fonction
report-column-came-by = Arrivée

report-late-late = en retard
report-verdict-adopted = Adopté
report-verdict-rejected = Rejeté
report-verdict-no-quorum = Pas de quorum
report-verdict-chosen = Choisi
report-verdict-tied = Égalité
report-binding-yes = Il décide
report-binding-no = Il demande un avis
report-seat-lead = responsable
report-seat-seat = membre

report-parts = Ce qu’il contient
report-make = Faire le rapport
report-make-again = Refaire le rapport
report-again = Quelque chose a changé?
report-other-filters = Autres jours ou filtres
report-rows =
    { $rows ->
        [0] Aucune ligne
        [one] Une ligne
       *[other] { $rows } lignes
    }
report-no-rows = Il n’y a rien pour ces jours.
report-cut = Il y a plus de lignes qu’un rapport n’en contient. Choisissez moins de jours, ou un seul comité.
report-asked = Fait pour { $by }, { $when }
report-by-itself = tout le monde, automatiquement
report-state-making = En préparation
report-state-failed = N’a pas pu être fait
report-progress = Le rapport est en préparation : { $done } parties sur { $total } sont prêtes.
report-progress-help = Vous pouvez quitter cette page. Si c’est long, un message sera dans votre boîte de réception quand il sera prêt.
report-progress-look = Regarder de nouveau
report-failed = Ce rapport n’a pas pu être fait. Rien n’a été envoyé. Essayez de nouveau; si cela échoue encore, parlez-en aux personnes qui s’occupent du serveur.
report-workbook = Fichier Excel
report-paper = À imprimer
report-paper-help = Avec votre navigateur, imprimez cette page ou enregistrez-la en PDF.
report-paper-more = Il y a plus de lignes que le papier n’en montre. Prenez le fichier Excel pour les avoir toutes.
report-all-rows = Toutes les lignes
report-back = Retour au rapport
report-download = Ces lignes en fichier :
report-keep = Garder ces filtres
report-is-of = C’est le rapport enregistré « { $name } ».
report-save = Enregistrer
report-is-saved = « { $name } » est enregistré.
report-is-changed = « { $name } » est modifié.
report-is-removed = « { $name } » n’est plus enregistré.
report-remove = Ne plus le garder
report-remove-help = Il n’est plus envoyé. Les rapports déjà faits restent sept jours.
report-next = { $rhythm }. Prochain : { $day }.
report-next-on = Le prochain arrive le { $day }.
report-name-taken = Un rapport enregistré porte déjà ce nom. Choisissez-en un autre.
report-sent-days = Choisissez une période qui avance, comme le mois dernier. Des jours fixes donneraient chaque fois le même rapport.
report-sent-never = Jamais : je le fais à la main
report-sent-weekly = Chaque lundi
report-sent-monthly = Le premier de chaque mois
report-sent-quarterly = Le premier de chaque trimestre
report-sent-yearly = Le premier jour de notre année
field-report-name = Nom
hint-report-name = Pour que d’autres le trouvent : « Jardin, chaque mois ».
field-report-sent = Quand il arrive automatiquement
hint-report-sent = Toutes les personnes qui font des rapports reçoivent un courriel avec un lien. Le contenu n’est pas dans le courriel.
field-report-committee = Comité
field-report-chosen = Lesquelles
report-sheet-about = À propos
report-sheet-report = Rapport
report-sheet-co-op = Coop
report-sheet-filters = Jours et filtres
report-sheet-day = Fait le
report-sheet-time = À

kept-reports = Les rapports faits, avec leurs lignes
kept-reports-for =
    { $days ->
        [one] Un jour. Ils disparaissent aussitôt que quelqu’un est effacé.
       *[other] { $days } jours. Ils disparaissent aussitôt que quelqu’un est effacé.
    }
attention-reports-failed =
    { $count ->
        [one] Un rapport n’a pas pu être fait
       *[other] { $count } rapports n’ont pas pu être faits
    }
attention-reports-failed-act = Voir les rapports
notice-report-ready = Un rapport est prêt
notice-report-ready-help = Quand un rapport que vous avez demandé a pris du temps.
notice-report-ready-line = Le rapport que vous avez demandé est prêt.
notice-report-ready-subject = Prêt : { $name }
notice-report-failed = Un rapport n’a pas pu être fait
notice-report-failed-help = Quand un rapport que vous avez demandé ou enregistré n’a pas pu être fait.
notice-report-failed-line = Ce rapport n’a pas pu être fait, et n’a été envoyé à personne. Vous pouvez essayer de nouveau.
notice-report-failed-subject = N’a pas pu être fait : { $name }
notice-report-sent = Un rapport qui arrive automatiquement
notice-report-sent-help = Quand un rapport enregistré a été fait le jour prévu.
notice-report-sent-line =
    { $rows ->
        [0] Ce rapport a été fait le jour prévu. Il ne contient rien cette fois.
        [one] Ce rapport a été fait le jour prévu. Il a une ligne.
       *[other] Ce rapport a été fait le jour prévu. Il a { $rows } lignes.
    }
notice-report-sent-subject = Rapport : { $name }
audit-about-report = Rapports enregistrés
audit-about-report-run = Rapports faits
event-report-saved = a enregistré un rapport
event-report-changed = a modifié un rapport enregistré
event-report-removed = a cessé de garder un rapport
event-report-asked = a demandé un rapport
event-report-ready = a fait un rapport
event-report-failed = n’a pas pu faire un rapport
event-report-sent = a fait un rapport le jour prévu
event-report-exported = a emporté un rapport en fichier
fact-report = Rapport
fact-rows = Lignes
fact-report-span = Période
work-report-make = Faire un rapport
work-report-send = Faire les rapports dont le jour est venu
report-part-told = Ce que disent les comités
report-part-told-about = Tiré des rapports mensuels qui ont été remis.
report-column-happened = Ce qui s’est passé
report-column-coming = Ce qui s’en vient
report-column-asks = Ce qu’ils demandent
