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
tasks-as-month = Par mois
tasks-month = { $month } { $year }
tasks-months = Mois
tasks-month-before = Mois précédent
tasks-month-after = Mois suivant
tasks-month-none = Rien n’est dû ce mois-ci.
tasks-month-cut = Seules les premières tâches sont affichées. Choisissez un comité, ou à qui elles sont.
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
event-task-late = a rappelé une tâche en retard
event-committee-tasks-late = a signalé les retards aux responsables d’un comité
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
task-credit-waits = Ces heures compteront quand une autre personne aura donné son accord.
task-credit-agree = Donner mon accord pour ces heures
task-approval-waits = Ces heures compteront quand une personne responsable du comité aura regardé ce qui a été fait.
task-approval-act = C’est fait : compter les heures
task-agreed = Vous avez donné votre accord pour les heures de « { $name } ».
event-task-credit-agreed = a donné son accord pour les heures d’une tâche
task-history-credit-agreed = { $actor } a donné son accord pour les heures
task-history-taken-away = { $actor } l’a retirée à la personne ou au logement qui l’avait
attention-tasks-to-agree =
    { $count ->
        [one] Les heures d’une tâche faite attendent l’accord d’une autre personne
       *[other] Les heures de { $count } tâches faites attendent l’accord d’une autre personne
    }
attention-tasks-to-agree-act = Les voir
tasks-search = Trouver une tâche
tasks-count =
    { $count ->
        [one] Une tâche
       *[other] { $count } tâches
    }
tasks-more-than = Plus de { $count } tâches
several-task-assign = Confier les tâches cochées
several-task-due = Changer leur date
several-task-move = Les déplacer
several-task-remind = Envoyer des rappels
several-task-title-assign = Confier plusieurs tâches
several-task-title-due = Changer la date de plusieurs tâches
several-task-title-move = Déplacer plusieurs tâches
several-task-title-remind = Envoyer des rappels pour plusieurs tâches
several-task-will =
    { $count ->
        [one] Il s’agit d’une tâche
       *[other] Il s’agit de { $count } tâches
    }
several-task-not = Rien ne change pour
several-task-act-assign = Confier à cette personne
several-task-act-due = Changer la date
several-task-act-move = Les déplacer
several-task-act-remind = Envoyer les rappels
several-task-done-assign =
    { $count ->
        [one] Une tâche est confiée.
       *[other] { $count } tâches sont confiées.
    }
several-task-done-due =
    { $count ->
        [one] La date d’une tâche est changée.
       *[other] Les dates de { $count } tâches sont changées.
    }
several-task-done-move =
    { $count ->
        [one] Une tâche est déplacée.
       *[other] { $count } tâches sont déplacées.
    }
several-task-done-remind =
    { $count ->
        [0] Tout le monde a déjà reçu un rappel aujourd’hui.
        [one] Un rappel est en route.
       *[other] Des rappels sont en route pour { $count } tâches.
    }
several-task-undone =
    { $count ->
        [one] Une tâche est comme avant.
       *[other] { $count } tâches sont comme avant.
    }
several-task-closed = Terminée ou annulée
several-task-not-yours = Réservé à qui l’a écrite, s’en occupe ou gère les tâches
several-task-nobody = Personne ne s’en occupe encore
several-task-no-day = Elle n’a pas de date
several-task-reminded = Un rappel est parti aujourd’hui

# ---- qui l’a, qui l’a faite, étapes ----
task-more = Plus : priorité, premier jour, places
task-priority-high = Haute
task-priority-normal = Normale
task-priority-low = Basse
task-tag-high = Priorité haute
task-all-of = Tout le comité { $committee }
task-and-more = { $names } et { $count } de plus
task-due-at = { $day }, { $time }
task-places = { $taken } places prises sur { $places }
task-places-waiting =
    { $waiting ->
        [one] Les { $places } places sont prises, 1 personne attend
       *[other] Les { $places } places sont prises, { $waiting } personnes attendent
    }
task-steps-of = { $ticked } étapes sur { $steps }
task-waits = attend une place
task-wait = M’inscrire sur la liste d’attente
task-waits-for-place = Toutes les places de « { $name } » sont prises. Vous êtes sur la liste d’attente, et nous vous avisons dès qu’une place se libère.
task-holders = Qui l’a
task-holders-title = Qui a cette tâche
task-give = Confier la tâche
task-given = « { $name } » est confiée.
task-take-away = Retirer de la tâche
task-taken-away = Quelqu’un n’a plus « { $name } ».
task-give-up = Je ne peux pas la faire
task-give-up-help = La tâche redevient libre pour quelqu’un d’autre. La personne qui l’a ajoutée et les responsables du comité sont avisés.
task-give-up-act = Y renoncer
task-given-up = Vous avez renoncé à « { $name } ».
task-files = Photos et fichiers
task-steps = Étapes
task-steps-add = Ajouter des étapes
task-steps-added =
    { $count ->
        [one] Une étape est ajoutée.
       *[other] { $count } étapes sont ajoutées.
    }
task-step-tick = Cocher
task-step-untick = Décocher
task-step-remove = Retirer
task-step-removed = L’étape est retirée.
task-step-done = Faite
task-did = Faite par
task-did-lede = Nommez toutes les personnes qui l’ont faite, peu importe qui le dit. Les heures vont à elles.
task-did-somebody-else = Quelqu’un d’autre l’a faite
task-nobody-else = Personne d’autre
conflict-task-closed = Cette tâche est faite ou annulée. Rouvrez-la avant de la modifier.
conflict-task-claims = Vous avez déjà 5 tâches que vous avez prises. Terminez-en une ou renoncez-y avant d’en prendre une autre.
wrong-hours-done = La tâche est faite et ses heures sont comptées. Rouvrez-la avant de les changer.
wrong-no-place = Toutes les places sont prises.
wrong-places-fewer = Plus de personnes ont déjà cette tâche.
wrong-did-nobody = Cochez qui l’a faite, ou nommez quelqu’un d’autre.
wrong-steps-many = Une tâche peut avoir 50 étapes au plus.
wrong-step-long = Une étape peut avoir 200 lettres au plus. Mettez chaque étape sur sa ligne.
wrong-day-of-time = Entrez aussi le jour.
wrong-starts-after-due = Le premier jour ne peut pas suivre l’échéance.
task-status-coming = Plus tard
task-status-late = En retard
task-history-waited-for = { $actor } est sur la liste d’attente
task-history-given-up =
    { $why ->
        [none] { $actor } y a renoncé
       *[other] { $actor } y a renoncé : { $why }
    }
task-history-steps-added =
    { $count ->
        [one] { $actor } a ajouté une étape
       *[other] { $actor } a ajouté { $count } étapes
    }
task-history-step-ticked = { $actor } a coché « { $step } »
task-history-step-unticked = { $actor } a décoché « { $step } »
task-history-step-removed = { $actor } a retiré l’étape « { $step } »
task-history-due-soon = Un rappel a été envoyé
task-history-late = Un rappel du retard a été envoyé
task-history-freed = Elle est redevenue libre à la suite d’un départ
task-history-given-back = Elle a été rendue, le départ étant annulé
task-history-discussion-closed = { $actor } a fermé les commentaires
task-history-discussion-reopened = { $actor } a rouvert les commentaires
event-task-waited-for = a demandé une place dans une tâche
event-task-given-up = a renoncé à une tâche
event-task-steps-added = a ajouté des étapes à une tâche
event-task-step-ticked = a coché une étape d’une tâche
event-task-step-unticked = a décoché une étape d’une tâche
event-task-step-removed = a retiré une étape d’une tâche
event-task-discussion-closed = a fermé les commentaires d’une tâche
event-task-discussion-reopened = a rouvert les commentaires d’une tâche
task-choose = Choisissez
event-task-brought-in = a importé une tâche d’un fichier
fact-done-on = Fait le
task-history-brought-in = { $actor } l’a importée d’un fichier
task-status-on-time = Faites à temps
task-status-done-late = Faites en retard
task-status-missed = Manquées
tasks-kind = Type
tasks-every-kind = Tous les types
tasks-kind-task = Tâches
tasks-kind-chore = Tours de corvée
tasks-no-committee = Aucun comité
tasks-closed-committee = Un comité dissous
tasks-day-from = À partir du { $day }
tasks-day-until = Jusqu’au { $day }
tasks-day-added-from = Ajoutées à partir du { $day }
tasks-day-added-until = Ajoutées jusqu’au { $day }
tasks-figures = Les tâches en chiffres
tasks-figures-none = Aucune tâche n’arrivait à échéance pendant cette période.
tasks-figures-summary =
    { $due ->
        [one] { $due } tâche arrivée à échéance ou faite. Faite : { $done }, à temps : { $on_time }.
       *[other] { $due } tâches arrivées à échéance ou faites. Faites : { $done }, à temps : { $on_time }.
    }
tasks-figures-days = Du { $from } au { $until }.
tasks-figures-how = Une tâche compte le jour de son échéance; sans échéance, le jour où elle a été faite ou ajoutée. Une case vide veut dire aucune. Chaque nombre ouvre la liste de ces tâches mêmes.
tasks-figures-pick = Période et comité
tasks-figures-period = Période
tasks-period-year = Cette année de participation
tasks-period-before = L’année précédente
tasks-period-months = Les 12 derniers mois
tasks-figures-by = Par
tasks-figures-what = Quoi
tasks-figures-all = Tout
tasks-figures-by-committee = Par comité
tasks-figures-by-kind = Par type
tasks-figures-by-month = Par mois
tasks-figures-head-committee = Comité
tasks-figures-head-kind = Type
tasks-figures-head-month = Mois
tasks-figures-share = Part faite
tasks-figures-done = Faites
tasks-figures-on-time = À temps
tasks-figures-done-late = En retard
tasks-figures-open = À faire
tasks-figures-late = Dont en retard
tasks-figures-missed = Tours manqués
tasks-figures-ages = Ce qui est à faire aujourd’hui, selon le jour de l’ajout
tasks-figures-age = Ajoutées
tasks-age-0 = Depuis une semaine
tasks-age-1 = Il y a 8 à 30 jours
tasks-age-2 = Il y a 31 à 90 jours
tasks-age-3 = Il y a plus de 90 jours
tasks-figures-file = taches-chiffres
task-hears = On vous prévient quand quelqu’un écrit ici, et quand c’est fait.
task-hears-not = On ne vous prévient pas quand quelqu’un écrit ici.
task-follow = Suivre cette tâche
task-mute = Ne plus suivre cette tâche
task-followed = Vous suivez cette tâche : { $name }
task-muted = On ne vous prévient plus, sauf si quelqu’un vous mentionne ou vous répond : { $name }
event-task-following = suit une tâche ou ne la suit plus
