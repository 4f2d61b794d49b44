inbox-title = Boîte de réception
inbox-new = Nouveau
inbox-read = Déjà lu
inbox-empty = Vous avez tout lu.
inbox-mark = Marquer comme lu
inbox-mark-all = Tout marquer comme lu
inbox-marked = Marqué comme lu.
inbox-marked-all = Tout est marqué comme lu.
inbox-pages = Pages
inbox-first-page = Première page
inbox-who-sees = Personne d’autre que vous ne voit votre boîte de réception.
inbox-preferences = Choisir ce qu’on vous annonce
inbox-new-mark = Nouveau.
preferences-title = Ce qu’on vous annonce
preferences-lede = Choisissez ce qui arrive dans votre boîte de réception ici, et ce qui arrive par courriel.
preferences-caption = Sortes d’avis
preferences-kind = Type
preferences-inbox = Boîte de réception
preferences-mail = Courriel
preferences-inbox-of = Boîte de réception{ " : " }{ $kind }
preferences-mail-of = Courriel{ " : " }{ $kind }
preferences-always = toujours
preferences-goes-to = Les courriels vont à { $email }.
preferences-cannot = Les liens de connexion et les invitations arrivent toujours par courriel : sans eux, vous ne pourriez pas entrer.
preferences-saved = Vos choix sont enregistrés.
stop-title = Arrêter ces courriels
stop-help = Appuyez une fois, et cette sorte de courriel s’arrête : { $kind }. Votre boîte de réception ici ne change pas.
stop-act = Arrêter ces courriels
stopped-title = Ces courriels sont arrêtés
stopped-help = Vous ne recevrez plus de courriels de cette sorte : { $kind }. Vous pouvez les rétablir, ou choisir autre chose, sur votre page.
notice-task-assigned = Tâche confiée
notice-task-assigned-help = Quelqu’un a confié une tâche à vous ou à votre logement.
notice-task-assigned-subject = Une tâche pour vous : { $name }
notice-task-assigned-line =
    { $by ->
        [none] Cette tâche vous a été confiée.
       *[other] { $by } vous a confié cette tâche.
    }{ $due_on ->
        [none] {""}
       *[other] {" "}Échéance : { $due_on }.
    }
notice-task-due-soon = Échéance proche
notice-task-due-soon-help = Une fois, quelques jours avant l’échéance, si la tâche n’est pas faite.
notice-task-due-soon-subject = Échéance { $due_on } : { $name }
notice-task-due-soon-line = Échéance : { $due_on }.
notice-poll-opened = Vote ouvert
notice-poll-opened-help = Un vote est ouvert et vous êtes sur la liste électorale.
notice-poll-opened-subject = Vous pouvez voter : { $name }
notice-poll-opened-line = Le vote est ouvert jusqu’au { $closes_at }.
notice-poll-closing-soon = Vote qui se ferme bientôt
notice-poll-closing-soon-help = Une fois, un jour avant la fermeture, si vous n’avez pas voté.
notice-poll-closing-soon-subject = Se ferme bientôt : { $name }
notice-poll-closing-soon-line = Le vote se ferme le { $closes_at }. Vous n’avez pas encore voté.
notice-poll-closed = Résultat d’un vote
notice-poll-closed-help = Un vote auquel vous pouviez participer est fermé.
notice-poll-closed-subject = Le résultat est connu : { $name }
notice-poll-closed-line =
    { $outcome ->
        [adopted] La proposition est adoptée.
        [rejected] La proposition est rejetée.
        [no_quorum] Il n’y avait pas quorum.
       *[other] Le vote est fermé.
    }
mail-notices-subject = { $count } choses à regarder
mail-notices-why = { $coop } vous envoie des courriels de cette sorte : { $kind }.
mail-notices-stop = Pour arrêter cette sorte de courriel :
mail-notices-stop-link = Arrêter cette sorte de courriel
mail-notices-choices = Pour choisir ce qu’on vous annonce :
mail-notices-choices-link = Choisir ce qu’on vous annonce
event-preference-changed = Choix des avis modifié

departure-mails =
    { $count ->
        [one] Un courriel en attente n’est pas envoyé.
       *[other] { $count } courriels en attente ne sont pas envoyés.
    }
departure-mails-lost = des courriels qui n’ont pas été envoyés.
