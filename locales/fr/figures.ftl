figures-title = Notre coop
figures-lede = Comment va la coop, pour toutes les personnes qui y habitent.
figures-pick = Période
figures-show = Afficher
figures-own-days = Choisir les jours vous-même
field-figures-period = Période
field-figures-from = Premier jour
field-figures-to = Dernier jour
field-compared = Comparer avec
figures-period-months = Les 12 derniers mois
figures-period-year = Cette année de participation
figures-period-last-year = L’année de participation d’avant
figures-period-last-month = Le mois dernier
figures-period-last-quarter = Le trimestre dernier
figures-period-days = Les jours choisis ci-dessous
figures-compared-nothing = Rien
figures-compared-before = La période d’avant
figures-compared-year-before = Les mêmes jours un an plus tôt
wrong-period-order = Entrez un dernier jour qui ne précède pas le premier.
wrong-period-long = Entrez un jour plus récent. On peut regarder dix ans à la fois.
figures-days = Du { $from } au { $until }
figures-in-short = En bref
figures-charts = Graphiques
figures-none = Les graphiques paraîtront quand il y aura des membres et des votes.
figures-no-rows = Il n’y a rien à montrer pour ces jours.
figures-before = { $days } : { $finding }
figures-look-closer = Voir de plus près
figures-behind = Ce qu’il y a derrière
figures-more-behind = Ce sont les plus récents. Choisissez moins de jours pour voir les autres.
figures-what = Ce que disent les chiffres
figures-left-out = Les chiffres qui portent sur très peu de logements sont omis ou réunis à d’autres, pour que personne ne découvre ce qu’un logement a fait.
figures-too-few = trop peu pour le montrer
figures-no-committee = Aucun comité
figures-quorum-mark = Le pointillé est le quorum.
figures-goal-mark = Le pointillé est l’objectif.
figures-fact-joined = arrivée
figures-fact-left = départ
figures-fact-empty = vide

figures-stat-members = membres
figures-stat-moved =
    { $joined ->
        [one] { $joined } arrivée
        [0] 0 arrivée
       *[other] { $joined } arrivées
    }, { $left ->
        [one] { $left } départ
        [0] 0 départ
       *[other] { $left } départs
    }
figures-stat-empty = logements vides le dernier jour
figures-stat-days-empty =
    { $days ->
        [0] aucun logement n’est resté vide
        [one] vide un jour en tout
       *[other] vides { $days } jours en tout
    }
figures-stat-turnout = des membres ont voté, en moyenne
figures-stat-votes =
    { $votes ->
        [0] aucun vote pour l’instant
        [one] à un vote
       *[other] à { $votes } votes
    }
figures-stat-on-time = des tâches faites à temps
figures-stat-done =
    { $done ->
        [0] aucune n’a été faite ces jours-là
        [one] sur une tâche faite
       *[other] sur { $done } tâches faites
    }

figures-growth-name = Membres
figures-growth-note = Membres à part entière à la fin de chaque mois
figures-growth-more = Nous sommes { $many } de plus qu’au début : { $members } membres
figures-growth-fewer = Nous sommes { $many } de moins qu’au début : { $members } membres
figures-growth-same = Autant de membres qu’au début : { $members }
figures-size-name = Membres
figures-size-note = Membres à part entière à la fin d’un mois, montrés quand plusieurs logements ont changé
figures-size-title = { $members } membres le { $day }
figures-tenants-name = Membres parmi les locataires
figures-tenants-note = Part des adultes de nos logements qui sont membres, à la fin de chaque mois. Au Québec, il en faut au moins la moitié.
figures-tenants-enough = { $share } des adultes de nos logements sont membres : { $members } sur { $tenants }
figures-tenants-few = Seulement { $share } des adultes de nos logements sont membres : { $members } sur { $tenants }
figures-vacancies-name = Logements vides
figures-vacancies-note = Logements où personne n’habitait à la fin de chaque mois
figures-vacancies-title =
    { $days ->
        [0] Aucun logement n’est resté vide
        [one] Un logement est resté vide un jour
       *[other] Des logements sont restés vides { $days } jours en tout
    }{ $homes ->
        [0] {""}
        [one] , et un est vide maintenant
       *[other] , et { $homes } sont vides maintenant
    }
figures-meetings-name = Assemblées
figures-meetings-note = Part des personnes convoquées qui sont venues, assemblée par assemblée
figures-meetings-all =
    { $votes ->
        [one] La dernière assemblée a eu son quorum, avec { $average } de présence
       *[other] Les { $votes } dernières assemblées ont toutes eu leur quorum, avec { $average } de présence en moyenne
    }
figures-meetings-missed =
    { $missed ->
        [one] Une des { $votes } dernières assemblées n’a pas eu son quorum
       *[other] { $missed } des { $votes } dernières assemblées n’ont pas eu leur quorum
    }
figures-turnout-name = Votes
figures-turnout-note = Part de la liste qui a voté, par numéro de décision
figures-turnout-all =
    { $votes ->
        [one] Le dernier vote a atteint son quorum, avec { $average } de participation
       *[other] Les { $votes } derniers votes ont tous atteint leur quorum, avec { $average } de participation en moyenne
    }
figures-turnout-missed =
    { $missed ->
        [one] Un des { $votes } derniers votes n’a pas atteint son quorum
       *[other] { $missed } des { $votes } derniers votes n’ont pas atteint leur quorum
    }
figures-tasks-name = Tâches par comité
figures-tasks-note = Tâches faites ces jours-là, et à faire aujourd’hui, par comité
figures-tasks-late = { $share } des { $done } tâches faites l’ont été à temps; le plus de retards : { $area }
figures-tasks-on-time =
    { $done ->
        [0] Aucune tâche faite pour l’instant
        [one] La seule tâche faite l’a été à temps
       *[other] Les { $done } tâches faites l’ont toutes été à temps
    }
figures-tasks-row = { $on_time } à temps, { $late } en retard, { $open } à faire
figures-tasks-key-on-time = À temps
figures-tasks-key-late = En retard
figures-tasks-key-open = À faire
figures-tasks-key-done = Faites, sans dire quand
figures-work-name = Tâches par trimestre
figures-work-note = Tâches faites pendant chaque trimestre terminé
figures-work-title = { $share } des tâches ont été faites à temps
figures-work-title-done =
    { $done ->
        [one] Une tâche a été faite
       *[other] { $done } tâches ont été faites
    }
figures-work-row = { $on_time } à temps, { $late } en retard
figures-work-row-done =
    { $done ->
        [one] { $done } faite
       *[other] { $done } faites
    }
figures-hours-name = Heures
figures-hours-note = Heures, par trimestre où elles ont été inscrites, pour chaque trimestre terminé
figures-hours-title =
    { $quarters ->
        [one] { $hours } données en un trimestre
       *[other] { $hours } données en { $quarters } trimestres
    }
figures-hours-row = { $hours }
figures-hours-key-work = Tâches, corvées et demandes
figures-hours-key-meetings = Réunions, comités et conseil
figures-hours-key-others = Autres
figures-hours-task = Tâches
figures-hours-chore = Corvées
figures-hours-claim = Demandées après coup
figures-hours-meeting = Réunions
figures-hours-committee = Travail de comité
figures-hours-board = Travail au conseil
figures-hours-correction = Corrections
figures-hours-other = Les autres ensemble
figures-adoption-name = Qui s’en sert
figures-adoption-note = Part des membres qui se sont connectés ou ont fait quelque chose ici, pour chaque mois terminé
figures-adoption-reached = { $share } des membres sont venus ici en { $month }, et l’objectif est de 80 %
figures-adoption-missed = Seulement { $share } des membres sont venus ici en { $month }, et l’objectif est de 80 %
figures-satisfaction-name = Satisfaction
figures-satisfaction-note = À quel point les gens se disent satisfaits, de 1 à 5, sondage par sondage
figures-satisfaction-reached = { $mean } sur 5 au dernier sondage, et l’objectif est 4
figures-satisfaction-missed = Seulement { $mean } sur 5 au dernier sondage, et l’objectif est 4

figures-column-day = Jour
figures-about-day = Le dernier jour du mois, ou le jour de la réunion, du vote ou du sondage.
figures-column-quarter = Trimestre
figures-about-quarter = Trois mois; un trimestre paraît une fois terminé. Dans les fichiers, son premier jour.
figures-column-members = Membres
figures-about-members = Membres à part entière ce jour-là, aussi en congé ou en suspension. Parmi les locataires, seulement ceux qui habitent ici.
figures-column-joined = Arrivées
figures-about-joined = Personnes devenues membres à part entière pendant le mois.
figures-column-left = Départs
figures-about-left = Personnes qui ont cessé d’être membres à part entière pendant le mois.
figures-column-tenants = Adultes
figures-about-tenants = Adultes qui habitent nos logements, sans les personnes invitées.
figures-column-days-empty = Jours vides
figures-about-days-empty = Jours où personne n’habitait un logement, tous logements ensemble, à partir du premier jour que connaît le registre.
figures-column-homes-empty = Logements vides
figures-about-homes-empty = Logements vides ce jour-là.
figures-column-meeting = Réunion
figures-about-meeting = Une assemblée générale qui a eu lieu.
figures-column-came = Présences
figures-about-came = Personnes présentes, dans la salle ou à distance; logements, là où le quorum compte les logements.
figures-column-called = Convocations
figures-about-called = Personnes convoquées à la réunion.
figures-column-needed = Quorum
figures-about-needed = Il fallait être autant pour commencer, ou pour voter. Vide si personne ne l’a noté.
figures-column-vote = Vote
figures-about-vote = Un vote terminé qui a décidé quelque chose.
figures-column-number = Décision
figures-about-number = Son numéro au registre des décisions.
figures-column-voted = Ont voté
figures-about-voted = Voix déposées; personnes ou logements, là où le quorum les compte. Vide si trop peu ont voté pour le dire.
figures-column-roll = Liste
figures-about-roll = Voix qui pouvaient être déposées.
figures-column-committee = Comité
figures-about-committee = À qui sont les tâches. Vide : à aucun comité.
figures-column-on-time = À temps
figures-about-on-time = Faites au plus tard le jour prévu, ou sans jour prévu. Vide si cela en dirait trop sur très peu de logements.
figures-column-late = En retard
figures-about-late = Faites après le jour prévu.
figures-column-open = À faire
figures-about-open = À faire, aujourd’hui.
figures-column-done = Faites
figures-about-done = Faites pendant le trimestre.
figures-column-kind = Genre
figures-about-kind = Pour quoi les heures ont été données. Un genre donné par très peu de logements est réuni aux autres.
figures-column-minutes = Temps
figures-about-minutes = En minutes dans les fichiers. Les heures offertes ne comptent pas deux fois.
figures-column-active = Actifs
figures-about-active = Se sont connectés ou ont fait quelque chose ici pendant le mois.
figures-column-changed-own = Mises à jour
figures-about-changed-own = Ont changé leur propre fiche ou leur photo pendant le mois.
figures-column-survey = Sondage
figures-about-survey = Un sondage terminé qui demande à quel point les gens sont satisfaits.
figures-column-mean = Note
figures-about-mean = La moyenne de 1 à 5; dans les fichiers, multipliée par cent. Vide si trop peu de personnes ont répondu.
figures-column-answered = Réponses
figures-about-answered = Personnes qui ont répondu.
figures-column-asked = Demandes
figures-about-asked = Personnes à qui on l’a demandé.

goals-title = Nos objectifs
goals-lede = Où la coop veut être, où elle en est, et ce qu’on pourrait faire.
goals-reached = Atteint
goals-missed = Pas atteint
goals-before = Un an plus tôt : { $finding }
goals-what-to-do = Ce qu’on pourrait faire
goals-question-adoption = Les membres s’en servent-ils?
goals-question-satisfaction = Les gens sont-ils satisfaits?
goals-question-turnout = Assez de membres votent-ils?
goals-question-meetings = Assez de monde vient-il aux assemblées?
goals-question-tasks = Les tâches sont-elles faites à temps?
goals-uninvited =
    { $many ->
        [one] Une personne n’a jamais été invitée : l’inviter
       *[other] { $many } personnes n’ont jamais été invitées : les inviter
    }
goals-never-came =
    { $many ->
        [one] Une personne invitée ne s’est jamais connectée : le lui rappeler, ou l’appeler
       *[other] { $many } personnes invitées ne se sont jamais connectées : le leur rappeler, ou les appeler
    }
goals-unreached =
    { $many ->
        [one] Aucun courriel ne parvient à une personne : lui imprimer une lettre
       *[other] Aucun courriel ne parvient à { $many } personnes : leur imprimer une lettre
    }
goals-read-answers = Lire ce que les gens ont répondu
goals-ask-again = Poser la question de nouveau dans quelque temps
goals-see-votes = Voir quels votes sont ouverts, et à qui le rappeler
goals-see-meetings = Voir la prochaine réunion, et qui n’a pas répondu
