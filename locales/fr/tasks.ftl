tasks-title = Tâches
tasks-lede = Ce qu’il y a à faire dans l’immeuble, et qui s’en occupe.
task-add = Ajouter une tâche
tasks-filter = Filtrer les tâches
tasks-filter-small = Filtrer les tâches (petit écran)
tasks-whose = À qui sont les tâches
tasks-committee = Comité
tasks-state = État
tasks-everybody = Les tâches de tout le monde
tasks-every-committee = Tous les comités
tasks-show = Montrer
tasks-all = Toutes
tasks-mine = Les miennes
tasks-of-home = Logement { $home }
tasks-as-list = En liste
tasks-as-board = En tableau
tasks-jump = Aller à une colonne
tasks-count-word =
    { $count ->
        [one] tâche
       *[other] tâches
    }
lane-todo = À faire
lane-doing = En cours
lane-waiting = En attente
lane-done = Terminées
lane-here = (ici)
lane-empty = Aucune tâche ici.
lane-see-all = Voir les { $count }
task-you = Vous
task-me = Moi
task-home = Logement { $home }
task-your-home = Votre logement, { $home }
task-nobody = Personne pour l’instant
task-no-committee = Aucun comité
task-tag-late = En retard
task-tag-today = Pour aujourd’hui
task-tag-week = Cette semaine
task-tag-done = Faite
task-take = Je m’en charge
task-move = Déplacer
task-move-to = Déplacer vers
task-move-act = Déplacer la tâche
about-task = { " : " }{ $name }
task-moved = Déplacée dans la colonne « { $name } »
task-taken = « { $name } » est à vous. Merci.
task-completed = « { $name } », c’est fait. Merci.
task-cancelled = « { $name } » est annulée.
task-added = « { $name } » est au tableau.
task-saved = « { $name } » est enregistrée.
task-place = { $words }, { $place } de { $count }
task-moved-meanwhile = Quelqu’un a changé « { $name } » pendant que vous l’aviez ouverte : { $happened }. Votre changement n’a pas été fait. Voici où en est la tâche.
conflict-task-taken = Quelqu’un s’en charge déjà, ou la tâche n’est plus ouverte. Rechargez la page pour voir qui.
conflict-task-done = Cette tâche est terminée. Déplacez-la d’abord, puis annulez-la.

tasks-none = Aucune tâche ne correspond. Essayez un autre filtre.
tasks-caption = Tâches
tasks-file = taches
tasks-column-id = Numéro
tasks-column-title = Tâche
tasks-column-status = État
tasks-column-owner = Qui
tasks-column-due-on = Échéance
tasks-column-done-on = Terminée le
tasks-column-on-time = À temps
tasks-column-committee = Comité
tasks-column-credit = Heures
tasks-column-minutes = Minutes créditées
task-status-open = Ouvertes
task-status-todo = À faire
task-status-doing = En cours
task-status-waiting = En attente
task-status-done = Terminée
task-status-cancelled = Annulée
task-status-all = Toutes
tasks-yes = oui
tasks-no = non
tasks-pages = Pages
tasks-first-page = Première page
tasks-duration-hours = { $hours } h
tasks-duration-minutes = { $minutes } min
tasks-duration-both = { $hours } h { $minutes } min

task-new-title = Ajouter une tâche
task-edit-title = Modifier une tâche
task-back = Retour
task-who-sees = Toutes les personnes qui ont un compte dans cette coop voient cette tâche.
task-who = Qui
task-done-at = Terminée
task-credit = Heures créditées
task-author = Ajoutée par
task-outcome = Comment ça s’est passé
task-outcome-typed = Ce que vous aviez écrit
task-next = Prochaine étape
task-step-todo = Remettre dans À faire
task-step-doing = Commencer
task-step-waiting = Mettre en attente
task-complete = Marquer comme faite
task-edit = Modifier
task-cancel = Annuler la tâche
task-history = Historique
task-history-none = Il ne s’est encore rien passé.
task-history-created = { $actor } a ajouté cette tâche
task-history-assigned = { $actor } l’a confiée : { $name }
task-history-moved = { $actor } l’a déplacée : { $to }
task-history-completed = { $actor } l’a marquée comme faite
task-history-reopened = { $actor } l’a rouverte
task-history-taken = { $actor } s’en charge
task-history-edited = { $actor } l’a modifiée
task-history-cancelled = { $actor } l’a annulée
wrong-hours = Entrez des heures comme 1,5, 1h30 ou 90 min, au plus 100 h.
wrong-hours-not-yours = Seule la personne qui a ajouté la tâche, ou l’administration, peut en modifier les heures.
wrong-not-yours-to-give = Choisissez vous-même, votre logement ou personne pour l’instant. Seule l’administration peut confier une tâche à n’importe qui; une personne responsable de comité peut confier les tâches du comité à ses membres.

event-task-created = a ajouté une tâche
event-task-assigned = a confié une tâche
event-task-moved = a déplacé une tâche
event-task-completed = a terminé une tâche
event-tasks-exported = a téléchargé la liste des tâches
event-task-reopened = a rouvert une tâche
event-task-taken = a pris une tâche
event-task-edited = a modifié une tâche
event-task-due-soon = a rappelé l’échéance d’une tâche
event-task-cancelled = a annulé une tâche
event-task-taken-away = a retiré une tâche à la personne ou au logement qui l’avait

departure-tasks =
    { $count ->
        [one] Une tâche ouverte n’a plus personne. D’autres peuvent la prendre.
       *[other] { $count } tâches ouvertes n’ont plus personne. D’autres peuvent les prendre.
    }
departure-tasks-lost =
    { $count ->
        [one] une tâche, prise ou terminée par quelqu’un entre-temps.
       *[other] { $count } tâches, prises ou terminées par quelqu’un entre-temps.
    }
attention-tasks-left =
    { $count ->
        [one] Une tâche était à une personne partie
       *[other] { $count } tâches étaient à des personnes parties
    }
task-nobody-left = Personne pour l’instant ({ $name } l’avait avant de partir)
event-task-freed = a libéré une tâche après un départ
event-task-given-back = a redonné une tâche après un départ annulé
attention-tasks-left-act = Trouver quelqu’un
attention-tasks-late =
    { $count ->
        [one] Une tâche est en retard
       *[other] { $count } tâches sont en retard
    }
attention-tasks-late-act = Voir les tâches en retard
attention-tasks-unowned =
    { $count ->
        [one] Une tâche n’a personne pour la faire
       *[other] { $count } tâches n’ont personne pour les faire
    }
attention-tasks-unowned-act = Trouver quelqu’un
tasks-of-nobody = Personne pour l’instant
