nav-scorecards = Bilan
nav-help-scorecards = Ce que vous avez fait cette année, et comment c’est compté
score-title-own = Votre bilan
score-title-of = Bilan : { $name }
score-list-title = Bilans
score-list-lede = Ce que chaque personne a fait cette année, par nom. Il n’y a pas de classement.
score-list-caption = Les chiffres de chaque membre, dans l’ordre des noms
score-member = Membre
score-who-sees = Seules les personnes qui tiennent le registre et vous voyez cette page.
score-period = Du { $from } au { $to }.
score-none-yet = Rien n’a encore été compté. Les chiffres sont comptés chaque nuit.
score-counted-at = Compté le { $when }
score-of = { $value } sur { $whole }
score-tasks-done = Tâches faites
score-tasks-on-time = Tâches à temps
score-votes-cast = Votes déposés
score-hours-given = Heures données
score-meetings-attended = Présences aux assemblées
score-help-meetings-attended = Parmi les assemblées générales auxquelles on vous a convié. Celles dont votre absence est motivée ne comptent pas.
score-excused = Absence motivée
score-help-tasks-done = Faites par vous ou par votre logement.
score-help-tasks-on-time = Parmi les tâches à faire, celles faites au plus tard le jour prévu.
score-help-votes-cast = Parmi les votes qui vous étaient ouverts et qui sont fermés.
score-help-hours-given = Heures inscrites pour ce que vous avez fait, ou votre logement ensemble.
score-open-facts = Voir ce qui a été compté
score-ways = Façons de donner un coup de main
score-ways-link = Voir toutes les tâches ouvertes
score-history = Mois précédents
score-history-caption = Les chiffres à la fin de chaque mois, depuis le début de l’année de participation
score-until = Jusqu’au
score-no-facts = Rien n’a encore été compté ici.
score-counted-yes = Compté
score-counted-no = Non compté
score-wrong = Une erreur ou un oubli?
score-run-now = Compter maintenant
score-counted =
    { $count ->
        [one] Les chiffres d’un membre ont été comptés.
       *[other] Les chiffres { DE($name) } membres ont été comptés.
    }
event-scores-counted = a compté les bilans
score-download = Télécharger les chiffres de tout le monde :
score-download-history = Télécharger ces chiffres :
event-scores-exported = a téléchargé les bilans
score-minutes-given = Minutes données
score-facts-title = { $figure } : { $sum }
score-thanks-both = Merci pour { $hours } et { $tasks ->
        [one] une tâche
       *[other] { $tasks } tâches
    } depuis le { $from }.
score-thanks-hours = Merci pour { $hours } depuis le { $from }.
score-thanks-tasks = Merci pour { $tasks ->
        [one] une tâche
       *[other] { $tasks } tâches
    } depuis le { $from }.
score-thanks-none = L’année de participation a commencé le { $from }. Il y a bien des choses à faire, un peu à la fois.
score-way-until = d’ici le { $day }
score-ways-hours = voir vos heures, ou en demander
score-year = Année
score-homes = Logements
score-years-title = Les heures année par année
score-years-note = Chaque année de participation, selon l’année où elle a commencé
score-others = Où se situe mon logement?
score-others-title = Ce que les logements ont donné
score-others-note = Logements par heures données du { $from } au { $until }. Il n’y a ni nom, ni ordre, ni petit groupe.
score-group = { $from } à { $until } h
score-group-last = { $from } h +
score-group-homes = { $homes }
score-group-own = { $homes }, le vôtre
score-way-late = à faire depuis le { $day }
score-none-of = Rien encore
