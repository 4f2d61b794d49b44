comments-title = Discussion
comments-count =
    { $count ->
        [0] Personne n’a encore rien dit.
        [one] Un commentaire.
       *[other] { $count } commentaires.
    }
comments-earlier = Voir les commentaires précédents
comments-latest = Voir les derniers commentaires
comments-new = Voir les nouveaux commentaires
comments-close = Clore la discussion
comments-reopen = Rouvrir la discussion
comments-closed = La discussion a été close { $when }. Ce qui a été dit reste ici.
comments-closed-now = La discussion est close.
comments-reopened = La discussion est rouverte.
comment-send = Envoyer le commentaire
comment-written = Votre commentaire est envoyé.
comment-reply = Répondre
comment-to = à { $name }
comment-of = le commentaire { DE($name) }
comment-reply-title = Répondre à un commentaire
comment-edit = Modifier
comment-edit-title = Modifier votre commentaire
comment-edit-help = Tout le monde peut voir que vous l’avez modifié, et ce qu’il disait avant.
comment-edited = Votre commentaire est modifié.
comment-is-edited = modifié
comment-late = Après la fermeture
comment-versions-title = Ce qu’un commentaire disait avant
comment-take-back = Retirer votre commentaire
comment-take-back-help = Ses mots disparaissent pour de bon, dans toutes les versions. Si quelqu’un y a répondu, la page dira qu’un commentaire a été retiré.
comment-taken-back = La personne a retiré ce commentaire.
comment-taken-back-now = Votre commentaire est retiré.
comment-hide = Masquer
comment-hide-title = Masquer un commentaire
comment-hide-help = Seules la personne qui l’a écrit et celles qui modèrent le verront. On lui dit pourquoi, et le journal garde que vous l’avez masqué.
comment-hidden-now = Le commentaire est masqué.
comment-is-hidden = Ce commentaire est masqué.
comment-is-hidden-but = Ce commentaire est masqué. Seules la personne qui l’a écrit et celles qui modèrent le voient.
comment-why = Raison : { $why }
comment-show = Montrer de nouveau
comment-shown-again = Le commentaire est visible de nouveau.
comment-conflict-gone = Ce commentaire a été retiré ou masqué entre-temps.
comment-conflict-hidden = Ce commentaire est masqué et ne peut pas être modifié pour l’instant. Vous pouvez le retirer.
comment-wrong-closed = La discussion a été close entre-temps. Votre commentaire n’a pas été envoyé.
comment-wrong-several = Plusieurs personnes ont ce nom : { $limit }. Écrivez le nom complet après @.

field-comment = Votre commentaire
hint-comment = Tous ceux et celles qui peuvent lire cette page peuvent le lire. Écrivez @ et un nom pour avertir quelqu’un. **Deux étoiles** mettent en gras, et un tiret devant chaque ligne fait une liste.
field-hidden-why = Pourquoi
hint-hidden-why = La personne qui l’a écrit lira ceci.

event-comment-written = a commenté
event-comment-mentioned = a mentionné quelqu’un dans un commentaire sur
event-comment-edited = a modifié un commentaire sur
event-comment-taken-back = a retiré un commentaire sur
event-comment-hidden = a masqué un commentaire sur
event-comment-shown = a montré de nouveau un commentaire sur
audit-about-comment = Commentaires
fact-about = Sujet
fact-told = Avertis
fact-author = Auteur
fact-text = Texte
fact-written-at = Écrit
fact-edited-at = Modifié
fact-taken-back-at = Retiré
fact-hidden-at = Masqué
everything-comments = Ce que vous avez dit dans les discussions
everything-comment-versions = Ce que vos commentaires disaient avant

notice-comment-mentioned = Quelqu’un vous mentionne
notice-comment-mentioned-help = Quand quelqu’un écrit @ et votre nom dans une discussion.
notice-comment-mentioned-subject = On vous mentionne : { $name }
notice-comment-mentioned-line =
    { $by ->
        [none] Un commentaire vous mentionne.
       *[other] { $by } vous mentionne dans un commentaire.
    }
notice-comment-answered = Quelqu’un vous répond
notice-comment-answered-help = Quand quelqu’un répond à votre commentaire dans une discussion.
notice-comment-answered-subject = Une réponse pour vous : { $name }
notice-comment-answered-line =
    { $by ->
        [none] Votre commentaire a une réponse.
       *[other] { $by } a répondu à votre commentaire.
    }
notice-comment-written = Commentaires sur ce que vous avez ajouté
notice-comment-written-help = Quand quelqu’un commente un vote, une proposition ou une tâche que vous avez ajoutés.
notice-comment-written-subject = Un commentaire : { $name }
notice-comment-written-line =
    { $by ->
        [none] Il y a un nouveau commentaire sur quelque chose que vous avez ajouté.
       *[other] { $by } a commenté quelque chose que vous avez ajouté.
    }
notice-comment-hidden = Votre commentaire est masqué
notice-comment-hidden-help = Quand les personnes qui modèrent masquent un de vos commentaires, ou le montrent de nouveau.
notice-comment-hidden-subject = Votre commentaire : { $name }
notice-comment-hidden-line =
    { $happened ->
        [hidden] Il a été masqué. La raison est à côté.
       *[shown] Il est visible de nouveau.
    }
