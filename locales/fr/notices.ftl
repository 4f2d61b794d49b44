inbox-title = Boîte de réception
inbox-new = Nouveau
inbox-read = Déjà lu
inbox-empty = Vous n’avez pas de nouvel avis.
inbox-mark = Marquer comme lu
inbox-mark-all = Tout marquer comme lu
inbox-marked = Marqué comme lu.
inbox-marked-all = Tout est marqué comme lu.
inbox-pages = Pages
inbox-first-page = Première page
inbox-who-sees = Personne d’autre que vous ne voit votre boîte de réception.
inbox-preferences = Réglages des avis
inbox-new-mark = Nouveau.
preferences-title = Réglages des avis
preferences-lede = Choisissez les avis qui arrivent dans votre boîte de réception ici, et ceux qui arrivent par courriel.
field-mails = Courriel
rhythm-each = Un courriel pour chaque avis
rhythm-each-help = Dès qu’il arrive.
rhythm-daily = Un courriel par jour
rhythm-daily-help = Le matin, avec ce qui est arrivé dans votre boîte de réception et que vous n’avez pas lu. Ce qui ne peut attendre vient quand même tout de suite : un vote qui se termine bientôt, une tâche à échéance.
rhythm-weekly = Un courriel par semaine
rhythm-weekly-help = Le lundi matin, avec ce que vous avez à faire cette semaine, ce qui est en retard, les votes qui se ferment et ce qui est nouveau dans votre boîte de réception. S’il n’y a rien à dire, aucun courriel ne vient. Ce qui ne peut attendre vient quand même tout de suite.
rhythm-none = Aucun courriel
rhythm-none-help = Tout se trouve dans votre boîte de réception ici.
preferences-caption = Sortes d’avis
preferences-kind = Sorte d’avis
preferences-inbox = Boîte de réception
preferences-mail = Courriel
preferences-inbox-of = Boîte de réception{ " : " }{ $kind }
preferences-mail-of = Courriel{ " : " }{ $kind }
preferences-always = toujours
preferences-goes-to = Les courriels vont à { $email }.
preferences-cannot = Les liens de connexion et les invitations arrivent toujours par courriel, parce qu’il vous les faut pour entrer.
preferences-saved = Vos choix sont enregistrés.
stop-title = Arrêter ces courriels
stop-help = Appuyez sur le bouton pour arrêter cette sorte de courriel : { $kind }. Vous verrez toujours ces avis dans votre boîte de réception ici.
stop-act = Arrêter ces courriels
stopped-title = Ces courriels sont arrêtés
stopped-help = Vous ne recevrez plus de courriels de cette sorte : { $kind }. Vous pouvez les rétablir en tout temps dans « Réglages des avis ».
notice-task-assigned = Une tâche vous est confiée
notice-task-assigned-help = Quand quelqu’un confie une tâche à vous ou à votre logement.
notice-task-assigned-subject = Une tâche pour vous : { $name }
notice-task-assigned-line =
    { $by ->
        [none] Cette tâche vous a été confiée.
       *[other] { $by } vous a confié cette tâche.
    }{ $due_on ->
        [none] {""}
       *[other] {" "}Échéance : { $due_on }.
    }
notice-task-changed = Une de vos tâches change
notice-task-changed-help = Quand quelqu’un en déplace l’échéance, l’annule ou vous la retire.
notice-task-changed-subject = Votre tâche : { $name }
notice-task-changed-line =
    { $happened ->
        [cancelled] Elle est annulée. Vous n’avez plus rien à faire.
        [taken_away] Elle n’est plus à vous. Vous n’avez plus rien à faire.
       *[edited]
            { $due_on ->
                [same] Elle est maintenant pour { $due_at }.
                [none] Elle n’a plus d’échéance.
               *[other] Nouvelle échéance : { $due_on }.
            }{ $due_was ->
                [none] {""}
               *[other] {" "}L’ancienne était le { $due_was }.
            }
    }
notice-task-due-soon = Une échéance approche
notice-task-due-soon-help = Une fois, quelques jours avant l’échéance, si la tâche n’est pas faite. Aussi pour votre tour d’une corvée.
notice-task-due-soon-subject = Échéance { $due_on } : { $name }
notice-task-due-soon-line =
    Échéance : { $due_on }{ $due_at ->
        [none] .
       *[other] {" "}à { $due_at }.
    }
notice-task-late = Une tâche est en retard
notice-task-late-help = Une fois, le lendemain de l’échéance, si la tâche n’est pas faite. Aussi pour votre tour d’une corvée.
notice-task-late-subject = En retard : { $name }
notice-task-late-line = Elle devait être faite au plus tard le { $due_on }. Si elle est faite, indiquez-le sur sa page. Si vous ne pouvez pas la faire, renoncez-y sur cette page pour que quelqu’un d’autre puisse la prendre.
notice-committee-late = Des tâches de votre comité sont en retard
notice-committee-late-help = Une fois par semaine, si vous êtes responsable d’un comité et que certaines de ses tâches sont en retard.
notice-committee-late-subject =
    { $late ->
        [one] { $name } : { $late } tâche en retard
       *[other] { $name } : { $late } tâches en retard
    }
notice-committee-late-line =
    { $late ->
        [one] { $late } tâche de ce comité est en retard. Son échéance : { $due_on }.
       *[other] { $late } tâches de ce comité sont en retard. La première échéance : { $due_on }.
    }
notice-poll-proxy = Une procuration pour un vote
notice-poll-proxy-help = Quand quelqu’un vous laisse voter à sa place, ou qu’une procuration prend fin.
notice-poll-proxy-subject = Procuration : { $name }
notice-poll-proxy-line = Une procuration qui vous concerne dans ce vote a été donnée ou a pris fin. La page montre laquelle.
notice-poll-opened = Un vote s’ouvre
notice-poll-opened-help = Quand s’ouvre un vote où vous pouvez voter.
notice-poll-opened-subject = Vous pouvez voter : { $name }
notice-poll-opened-line = Vous pouvez voter, et changer votre vote, jusqu’au { $closes_at }.
notice-poll-called-again = Un vote est convoqué une seconde fois
notice-poll-called-again-help = Quand s’ouvre la seconde convocation d’un vote sans quorum, et que vous pouvez y voter.
notice-poll-called-again-subject = Seconde convocation, vous pouvez voter : { $name }
notice-poll-called-again-line = Le premier vote n’a pas eu le quorum; voici sa seconde convocation. Les votes du premier ne comptent pas : votez de nouveau, jusqu’au { $closes_at }.
notice-poll-reminder = Un rappel de voter
notice-poll-reminder-help = À mi-parcours d’un vote plus long et un jour avant la fermeture, si vous n’avez pas voté.
notice-poll-reminder-subject = Vous n’avez pas encore voté : { $name }
notice-poll-reminder-line = Le vote se ferme le { $closes_at }.
notice-decision-review = Une décision est à réviser
notice-decision-review-help = Une fois, le jour fixé, aux responsables des votes.
notice-decision-review-subject = À réviser : { $name }
notice-decision-review-line = Le jour est venu de relire cette décision.
notice-poll-closed = Le résultat d’un vote
notice-poll-closed-help = Quand se ferme un vote auquel vous pouviez participer.
notice-poll-closed-subject = Le résultat est connu : { $name }
notice-poll-closed-line =
    { $told ->
        [none] Le vote est fermé.
       *[other] { $told }
    }
mail-notices-subject = { $count } nouveaux avis
mail-notices-why = { $coop } vous envoie des courriels de cette sorte : { $kind }.
mail-notices-stop = Pour arrêter cette sorte de courriel :
mail-notices-stop-link = Arrêter cette sorte de courriel
mail-daily-why = { $coop } vous envoie un courriel par jour, comme vous l’avez choisi.
mail-daily-stop = Pour l’arrêter et trouver tout dans votre boîte de réception là-bas :
mail-daily-stop-link = Arrêter le courriel du jour
notice-daily = le courriel du jour
mail-reminders-subject = { $count } rappels
mail-reminders-why = { $coop } vous rappelle ce qui vous attend.
mail-reminders-stop = Pour ne plus recevoir aucun rappel par courriel :
mail-reminders-stop-link = Arrêter tous les rappels par courriel
notice-reminders = tous les rappels
mail-weekly-subject = Votre semaine
mail-weekly-why = { $coop } vous envoie un courriel par semaine, comme vous l’avez choisi.
mail-weekly-stop = Pour l’arrêter et trouver tout dans votre boîte de réception là-bas :
mail-weekly-stop-link = Arrêter le courriel de la semaine
notice-weekly = le courriel de la semaine
digest-late = En retard
digest-week = Cette semaine
digest-news = Nouveau dans votre boîte de réception
digest-closes = Le vote se ferme le { $when }.
digest-day =
    { $home ->
        [none] {""}
       *[other] Pour le logement { $home }.{" "}
    }{ $happens ->
        [late] L’échéance était le { $day }.
        [due] Échéance : { $day }.
       *[other] Le jour : { $day }.
    }
mail-notices-choices = Pour choisir les avis que vous recevez :
mail-notices-choices-link = Réglages des avis
event-preference-changed = a changé les réglages des avis

departure-mails =
    { $count ->
        [one] Un courriel en attente ne sera pas envoyé.
       *[other] { $count } courriels en attente ne seront pas envoyés.
    }
departure-mails-lost = des courriels qui n’ont pas été envoyés.
notice-poll-voided = Un vote est nul
notice-poll-voided-help = Quand un vote a mal tourné et ne compte pour rien.
notice-poll-voided-subject = Nul : { $name }
notice-poll-voided-line = Ce vote a mal tourné et ne compte pour rien. La raison : { $reason }
notice-poll-corrected = Une faute est corrigée
notice-poll-corrected-help = Quand un mot d’un vote est corrigé après que vous avez voté. Votre vote reste tel quel.
notice-poll-corrected-subject = Un mot a été corrigé : { $name }
notice-poll-corrected-line = Une faute a été corrigée après votre vote. Votre vote reste tel quel; la page montre l’ancien texte et le nouveau.
notice-poll-extended = Un vote reste ouvert plus longtemps
notice-poll-extended-help = Quand la fermeture d’un vote ouvert est reportée.
notice-poll-extended-subject = Ouvert plus longtemps : { $name }
notice-poll-extended-line = La fermeture a été reportée. Le vote ferme maintenant { $closes_at }.
work-mail-digest = Les courriels du jour et de la semaine
work-remind-later = Les rappels remis au matin
everything-mail-rhythm = Un courriel par jour ou par semaine
fact-rhythm = Rythme des courriels
fact-told-until = Avis envoyés jusqu’au
notice-task-given-up = Quelqu’un renonce à une tâche
notice-task-given-up-help = Quand quelqu’un renonce à une tâche que vous avez ajoutée, ou à une tâche d’un comité dont vous êtes responsable.
notice-task-given-up-subject = De nouveau libre : { $name }
notice-task-given-up-line =
    { $by ->
        [none] Quelqu’un a renoncé à cette tâche.
       *[other] { $by } a renoncé à cette tâche.
    }{ $why ->
        [none] {""}
       *[other] {" "}La raison donnée : { $why }
    }
notice-task-done = Une tâche que vous suivez est faite
notice-task-done-help = Quand une tâche que vous avez ajoutée ou que vous suivez est faite.
notice-task-done-subject = C’est fait : { $name }
notice-task-done-line =
    { $by ->
        [none] Cette tâche est faite.
       *[other] { $by } dit que cette tâche est faite.
    }{ $outcome ->
        [none] {""}
       *[other] {" "}Résultat : { $outcome }
    }
notice-task-words = Des mots sur une tâche
notice-task-words-help = Quand quelqu’un écrit sur une tâche que vous avez ou que vous suivez.
notice-task-words-subject = Un commentaire : { $name }
notice-task-words-line =
    { $by ->
        [none] Il y a un nouveau commentaire sur cette tâche.
       *[other] { $by } a écrit quelque chose sur cette tâche.
    }
