meetings-title = Réunions
nav-meetings = Réunions
meetings-lede = Quand les membres, le conseil et les comités se réunissent, et à quel sujet.
meetings-coming = À venir
meetings-none-coming = Aucune réunion n’est prévue.
meetings-past = Passées
meetings-none-past = Il n’y a pas de réunion plus ancienne.
meetings-pages = Pages des réunions passées
meetings-older = Réunions plus anciennes
meetings-annual-due = Selon les règles de la coop, l’assemblée générale annuelle doit avoir lieu au plus tard le { $day }. Aucune n’est encore prévue.
meetings-annual-late = Selon les règles de la coop, l’assemblée générale annuelle devait avoir lieu au plus tard le { $day }. Aucune n’est prévue.
nav-help-meetings = Quand on se réunit, où, et à quel sujet
meeting-new = Prévoir une réunion
meeting-new-title = Prévoir une réunion
meeting-edit-title = Modifier la réunion
meeting-plan = Prévoir
meeting-back = Retour à la réunion
meeting-planned = La réunion est prévue.
meeting-saved = La réunion est modifiée.
meeting-edit = Modifier la réunion
meeting-kind = Genre
meeting-kind-annual = Assemblée générale annuelle
meeting-kind-special = Assemblée générale extraordinaire
meeting-kind-general = Assemblée générale
meeting-kind-board = Réunion du conseil
meeting-kind-committee = Réunion de comité
meeting-of-committee = Réunion du comité { $name }
meeting-when = { $day }, { $time }
meeting-from-to = de { $from } à { $to }
meeting-is-cancelled = Annulée
meeting-agenda = Ordre du jour
meeting-agenda-none = Rien n’est encore à l’ordre du jour.
meeting-items-until = Les points que des membres demandent doivent parvenir au conseil au plus tard le { $day }.
meeting-notice-now =
    Selon les règles, l’avis est donné de { $least } à { $most } jours avant, soit au plus tard le { $last }.
meeting-notice-later =
    Selon les règles, l’avis est donné de { $least } à { $most } jours avant, soit entre le { $first } et le { $last }.
meeting-notice-late =
    Selon les règles, l’avis devait être donné au plus tard le { $last }, au moins { $least } jours avant. Reportez la réunion, sinon ce qu’elle décide peut être contesté.
meeting-cancel = Annuler la réunion
meeting-cancel-title = Annuler la réunion
meeting-cancel-help = Elle reste dans la liste, marquée comme annulée, avec la raison. Cela ne se défait pas; prévoyez plutôt une autre réunion.
meeting-cancel-act = Annuler la réunion
meeting-cancelled = La réunion est annulée.
conflict-meeting-cancelled = Cette réunion a été annulée. Prévoyez-en une autre.
conflict-meeting-past = Cette réunion est passée.
wrong-meeting-nowhere = Indiquez où elle a lieu, ou comment y participer à distance.
wrong-meeting-ends = Elle finit quand elle commence. Entrez une heure plus tardive, ou aucune.
wrong-in-camera = Seules les personnes qui y siègent peuvent écrire un point à huis clos.
wrong-items-many = Un ordre du jour a au plus { $limit } points.
item-new = Ajouter un point
item-new-title = Ajouter un point à l’ordre du jour
item-edit-title = Modifier un point de l’ordre du jour
item-edit = Modifier
item-up = Monter
item-down = Descendre
item-remove = Retirer
item-added = Le point est à l’ordre du jour.
item-saved = Le point est modifié.
item-removed = Le point est retiré de l’ordre du jour.
item-in-camera = À huis clos
item-lasts =
    { $count ->
        [one] une minute
       *[other] { $count } minutes
    }
item-presented = présenté par { $name }
item-purpose-information = Information
item-purpose-discussion = Discussion
item-purpose-decision = Décision
item-purpose-means-information = On en informe les gens.
item-purpose-means-discussion = On en parle, et rien ne se décide.
item-purpose-means-decision = Quelque chose se décide.
field-meeting-kind = Quelle réunion
field-meeting-title-en = Titre en anglais
hint-meeting-title-en = Laissez les deux vides pour la nommer d’après son genre.
field-meeting-title-fr = Titre en français
field-meeting-starts-at = Commence à
field-meeting-ends-at = Finit à
field-meeting-place = Lieu
field-meeting-online = À distance
hint-meeting-online = L’adresse de l’appel, ou le numéro à composer.
field-meeting-access = Accessibilité
hint-meeting-access = Rampe, ascenseur, toilettes, interprète.
field-child-care = Garde d’enfants et repas
field-special-resolution = Une résolution spéciale y est votée
hint-special-resolution = Des règlements, par exemple. Dans certaines provinces, l’avis est plus long.
field-cancelled-why = Pourquoi
field-item-title-en = Titre en anglais
field-item-title-fr = Titre en français
field-item-purpose = À quoi il sert
field-item-details = Ce qu’il faut savoir
field-item-minutes = Durée (minutes)
field-item-presenter = Qui le présente
field-in-camera = À huis clos
hint-in-camera = Seules les personnes qui y siègent en voient le titre et le texte.
fact-online = À distance
fact-access = Accessibilité
fact-child-care = Garde d’enfants et repas
fact-special-resolution = Résolution spéciale
fact-purpose = À quoi il sert
fact-presenter = Qui le présente
fact-in-camera = À huis clos
event-meeting-planned = a prévu une réunion
event-meeting-edited = a modifié une réunion
event-meeting-cancelled = a annulé une réunion
event-meeting-item-added = a ajouté un point à l’ordre du jour d’une réunion
event-meeting-item-edited = a modifié un point de l’ordre du jour d’une réunion
event-meeting-item-moved = a mis l’ordre du jour d’une réunion dans un autre ordre
event-meeting-item-removed = a retiré un point de l’ordre du jour d’une réunion
audit-about-meeting = Réunions
search-meetings = Réunions
calendar-open-meeting = { $name }
calendar-done-meeting = { $name }
everything-meeting-replies = Réponses aux réunions
reply-in_person = Vient sur place
reply-online = Participe à distance
reply-regrets = Ne peut pas venir
reply-proxy = Quelqu’un vote à sa place
fact-needs = Besoins
# ---- convocation ----
notice-open = Convoquer
notice-more = En dire plus aux gens
notices-open = Ce qui a été envoyé
notice-title-notice = Convoquer la réunion
notice-title-supplement = Annoncer ce qui s’ajoute à l’ordre du jour
notice-in-time = Aujourd’hui est dans les délais : selon les règles, l’avis est donné de { $least } à { $most } jours avant, au plus tard le { $last }.
notice-too-late =
    Selon les règles, l’avis devait être donné au plus tard le { $last }, au moins { $least } jours avant. Il a { $days ->
        [one] un jour
       *[other] { $days } jours
    } de retard. Remettez la réunion à plus tard, ou dites pourquoi l’avis part quand même : la raison est gardée avec l’avis.
notice-too-early =
    Selon les règles, l’avis est donné au plus { $most } jours avant, à partir du { $first }. Il a { $days ->
        [one] un jour
       *[other] { $days } jours
    } d’avance. Attendez, ou dites pourquoi l’avis part quand même : la raison est gardée avec l’avis.
notice-to =
    { $count ->
        [one] L’avis va à une personne
       *[other] L’avis va à { $count } personnes
    } : { $mails } par courriel, { $letters } sur papier. { $both ->
        [0] { "" }
        [one] Une personne qui le reçoit sur papier reçoit aussi le courriel, par courtoisie.
       *[other] { $both } personnes qui le reçoivent sur papier reçoivent aussi le courriel, par courtoisie.
    }
notice-who-agreed = Qui accepte les avis par courriel
notice-act =
    { $count ->
        [one] L’envoyer à une personne
       *[other] L’envoyer à { $count } personnes
    }
notice-stops = L’avis ne peut pas encore partir :
notice-stop-agenda = L’ordre du jour est vide. Ajoutez un premier point.
notice-stop-asked =
    { $count ->
        [one] Un point demandé par un membre attend une réponse.
       *[other] { $count } points demandés par des membres attendent une réponse.
    }
notice-text = Ce que dit l’avis
notice-all-told = Tout le monde est au courant, et rien ne s’ajoute à l’ordre du jour.
notice-sent = L’avis est parti. On voit ici ce que devient chaque courriel.
notice-sent-letters = L’avis est parti. À remettre sur papier : { $name }.
field-words-en = Quelques mots de plus, en anglais
hint-words-en = Ils figurent au-dessus de l’ordre du jour.
field-words-fr = Quelques mots de plus, en français
field-anyway = Pourquoi l’avis part quand même
hint-anyway = Par exemple : tous les membres ont accepté un délai plus court.
wrong-notice-time = Les règles disent un autre jour. Dites pourquoi l’avis part quand même, ou déplacez la réunion.
conflict-meeting-no-agenda = L’ordre du jour est vide. Ajoutez d’abord un point.
conflict-meeting-items-wait = Un membre attend une réponse au sujet d’un point. Répondez-lui d’abord.
conflict-meeting-told = Tout le monde est déjà au courant.
conflict-meeting-begun = La réunion a commencé.
conflict-meeting-not-called = La réunion n’a pas été convoquée, ou elle est passée.
conflict-meeting-reminded = Un rappel est déjà parti aujourd’hui.
conflict-meeting-answered = Toutes les personnes qu’on peut joindre ont répondu.
notices-of-meeting-title = Ce qui a été envoyé
notices-of-meeting-lede = La preuve que les gens ont été convoqués : le texte, à qui, quand, de quelle façon, et la suite.
notices-none = Rien n’a encore été envoyé.
notices-who = À qui
notices-text = Le texte
notices-print = Imprimer les lettres
call-notice = Avis de convocation
call-supplement = Ajout à l’ordre du jour
call-changed = Autre jour, autre heure ou autre lieu
call-cancelled = Annulation
call-reminder = Rappel
call-line = Envoyé { $when } par { $by } : { $mails } par courriel, { $letters } sur papier.
call-line-program = Envoyé { $when } : { $mails } par courriel, { $letters } sur papier.
call-timing-in_time = dans les délais
call-timing-too_late = trop tard
call-timing-too_early = trop tôt
call-timing-no_rule = sans règle
call-timing-said-in-time =
    Dans les délais selon les règles : { $days ->
        [one] un jour
       *[other] { $days } jours
    } avant la réunion.
call-timing-said-too-late =
    Plus tard que ne le disent les règles, { $days ->
        [one] un jour
       *[other] { $days } jours
    } avant la réunion. Raison donnée : { $why }
call-timing-said-too-early =
    Plus tôt que ne le disent les règles, { $days ->
        [one] un jour
       *[other] { $days } jours
    } avant la réunion. Raison donnée : { $why }
call-way-mail = Par courriel
call-way-letter = Sur papier
called-caption =
    { $count ->
        [one] Envoyé à une personne
       *[other] Envoyé à { $count } personnes
    }
called-name = Nom
called-home = Logement
called-way = Façon
called-state = La suite
called-handed = Remis le { $day }
called-returned = Revenu le { $day }
called-refused = Refusé par le serveur de courriel : { $answer }
called-to-hand = À remettre sur papier
called-delivered = Accepté par le serveur de courriel { $when }
called-waits = En route
called-return = C’est revenu
letters-to-hand =
    { $count ->
        [one] Une lettre à remettre ou à poster
       *[other] { $count } lettres à remettre ou à poster
    }
field-handed-on = Remises ou postées le
letters-hand-act = Elles sont remises
letters-handed = C’est noté. Lettres remises : { $name }.
notice-returned = C’est noté. Imprimez la lettre et remettez-la sur papier.
wrong-nothing-chosen = Choisissez au moins une ligne.
meeting-letters-title = Lettres à imprimer
meeting-letters-none = Personne n’est convoqué sur papier.
meeting-letters-lede =
    { $count ->
        [one] Une lettre, sur sa propre page.
       *[other] { $count } lettres, chacune sur sa propre page.
    }
letter-home = Logement { $home }
letter-meeting-reply = Dites si vous venez :
meeting-called-edit = Les gens ont été convoqués. Un autre jour, une autre heure ou un autre lieu leur est annoncé aussitôt, et on leur demande de nouveau s’ils viennent. Rien d’autre n’est envoyé.
item-is-new = nouveau
item-unnoticed = Absent de l’avis : on peut en discuter, pas voter
mail-meeting-notice-subject = Avis : { $title }, { $day }
mail-meeting-notice-opening = { $coop } vous convoque à une réunion.
mail-meeting-supplement-subject = Ajout à l’ordre du jour : { $title }, { $day }
mail-meeting-supplement-opening = Un point s’ajoute à l’ordre du jour de cette réunion.
mail-meeting-changed-subject = Changement : { $title }, maintenant { $day }
mail-meeting-changed-opening = Cette réunion a un autre jour, une autre heure ou un autre lieu que ce qui vous avait été annoncé. Dites-nous de nouveau si vous venez.
mail-meeting-cancelled-subject = Annulation : { $title }, { $day }
mail-meeting-cancelled-opening = Cette réunion est annulée.
mail-meeting-reminder-subject = Venez-vous? { $title }, { $day }
mail-meeting-reminder-opening = Vous ne nous avez pas encore dit si vous venez à cette réunion.
mail-meeting-reply = Dites si vous venez, sans vous connecter :
mail-meeting-reply-link = Dire si je viens
mail-meeting-why = Vous recevez ce message parce que cette réunion vous concerne.
mail-meeting-paper = Vous recevez aussi cet avis sur papier, puisque vous n’avez pas accepté les avis par courriel seulement.

# ---- réponses ----
reply-title = Venez-vous?
reply-for = Voici la réponse au nom suivant : { $name }.
reply-own-in_person = Je viens sur place
reply-own-in_person-help = { "" }
reply-own-online = Je participe à distance
reply-own-online-help = { "" }
reply-own-regrets = Je ne peux pas venir
reply-own-regrets-help = Votre absence est excusée.
reply-own-proxy = Quelqu’un vote à ma place
reply-own-proxy-help = Choisissez un membre ci-dessous. Si vous venez quand même, vous votez vous-même.
field-reply = Votre réponse
field-needs = Ce qu’il vous faut
hint-needs = Garde d’enfants, repas, rampe, interprète. Seules les personnes qui préparent la réunion le lisent.
reply-act = Envoyer ma réponse
reply-open = Répondre
reply-change = Changer ma réponse
reply-none = Venez-vous à cette réunion?
reply-is-old = Le jour, l’heure ou le lieu a changé depuis votre réponse. Venez-vous?
reply-old = pour l’ancienne date
reply-kept-in_person = Merci : nous vous attendons.
reply-kept-online = Merci : nous vous attendons à distance.
reply-kept-regrets = Merci de nous l’avoir dit. Votre absence est excusée.
reply-kept-proxy = C’est noté : quelqu’un vote à votre place. Si vous venez quand même, vous votez vous-même.
reply-said-in_person = Vous avez dit que vous venez.
reply-said-online = Vous avez dit que vous participez à distance.
reply-said-regrets = Vous avez dit que vous ne pouvez pas venir.
reply-said-proxy = Quelqu’un vote à votre place.
reply-over = Cette réunion est passée.
reply-off = Cette réunion est annulée. { $why }
reply-by-holder = vote confié : { $name }
wrong-proxy-holder = Cette personne ne peut pas voter à votre place. Choisissez un autre membre.
wrong-proxy-no-vote = Vous n’avez pas de vote à confier.
wrong-proxy-gave = Cette personne a confié son vote. Choisissez un autre membre.
wrong-proxy-holds = Vous votez pour quelqu’un d’autre, vous ne pouvez donc pas confier votre vote.
wrong-proxy-full = Cette personne vote pour autant de gens que les règles le permettent. Choisissez un autre membre.
replies-title = Qui vient
replies-open = Qui vient
replies-tally = Sur place { $coming }, à distance { $online }, absences { $regrets }, votes confiés { $proxies }, sans réponse { $silent }.
replies-enough = Avec les personnes qui ont dit venir, le quorum est atteint : { $there } sur { $needed }{ $homesneeded ->
        [0] { "" }
       *[other] {", de"} { $homes } logements sur { $homesneeded }
    }.
replies-short = Avec les personnes qui ont dit venir, il en manque { $short } : { $there } sur { $needed }{ $homesneeded ->
        [0] { "" }
       *[other] {", de"} { $homes } logements sur { $homesneeded }
    }.
replies-silent = Sans réponse
replies-remind = Leur envoyer un rappel
meeting-reminded = Rappels envoyés : { $name }.
meeting-coming =
    { $count ->
        [one] Une personne a dit venir.
       *[other] { $count } personnes ont dit venir.
    }
home-meeting = Le { $day }. Venez-vous?

# ---- avis par courriel ----
consent-title = Avis de réunion par courriel
consent-lede = Les avis de réunion viennent sur papier, sauf si vous acceptez de les recevoir par courriel. Vous pouvez changer d’idée en tout temps.
consent-ask = Votre adresse est { $address }. Si vous acceptez, les avis de réunion y arrivent et ne viennent plus sur papier.
consent-act = J’accepte
consent-holds = Les avis de réunion arrivent à { $address }, comme vous l’avez accepté le { $day }.
consent-stop = Les recevoir de nouveau sur papier
consent-other = Vous avez accepté les avis à { $address }. Votre adresse a changé depuis : ils viennent sur papier jusqu’à ce que vous acceptiez de nouveau.
consent-no-address = La coop n’a pas d’adresse de courriel pour vous.
consent-add-address = En ajouter une
consent-given = Merci. Les avis de réunion arrivent maintenant par courriel.
consent-withdrawn = Les avis de réunion viennent de nouveau sur papier.
consent-noted = C’est noté. Avis par courriel : { $name }.
consent-noted-off = C’est noté. Avis sur papier : { $name }.
consents-title = Qui accepte les avis par courriel
consents-lede = { $agreed } membres sur { $all } ont accepté. Les autres reçoivent les avis sur papier. Notez ici ce que quelqu’un a signé.
consents-since = A accepté le { $day }
consents-other = A accepté une autre adresse : { $address }
consents-none = Sur papier
consents-note = C’est signé
consents-withdraw = De nouveau sur papier
wrong-consent-address = Aucune adresse de courriel n’est connue. Ajoutez-en une d’abord.
preferences-consent = Avis de réunion par courriel ou sur papier

# ---- points demandés par les membres ----
asked-title = Points demandés par les membres
asked-until = Vous pouvez demander un point jusqu’au { $day }.
asked-was-until = On pouvait demander un point jusqu’au { $day }.
asked-closed = Il est trop tard pour demander un point à cette réunion. Vous pourrez y poser une question.
asked-none = Personne n’a encore demandé de point.
asked-open = Demander un point
asked-count =
    { $count ->
        [one] Un point a été demandé
       *[other] { $count } points ont été demandés
    }
asked-by = Demandé par { $name } le { $day }.
asked-backers =
    { $count ->
        [one] Une autre personne le souhaite.
       *[other] { $count } autres personnes le souhaitent.
    }
asked-waits = Pas encore de réponse.
asked-taken = Accepté
asked-refused = Refusé
asked-taken-as = À l’ordre du jour, point { $number }
asked-taken-off = A été mis à l’ordre du jour
asked-refused-by = Non retenu, { $name } le { $day } : { $why }
asked-back = Je le souhaite aussi
asked-back-off = Finalement, non
asked-withdraw = Le retirer
asked-withdrawn = Vous l’avez retiré.
asked-answer = Répondre
asked-answer-title = Répondre à un membre
asked-answer-item = Comme il figure à l’ordre du jour
asked-answer-act = Donner la réponse
asked-choice-taken = Le mettre à l’ordre du jour
asked-choice-taken-help = Tel qu’il est écrit ci-dessous.
asked-choice-refused = Le refuser
asked-choice-refused-help = Dites pourquoi : la personne en est informée.
asked-is-taken = Le point est à l’ordre du jour, et la personne en est informée.
asked-is-refused = La personne apprend que son point est refusé, et pourquoi.
asked-new = Demander un point
asked-new-help = Dites de quoi la réunion devrait parler ou décider. Vous aurez une réponse avant l’envoi de l’avis.
asked-act = Le demander
asked-receipt = Reçu le { $name }. La réponse paraîtra ici.
field-asked-title = De quoi il s’agit
field-asked-details = Ce que les gens devraient savoir
field-item-answer = Votre réponse
field-asked-why = Pourquoi il est refusé
hint-asked-why = Seulement si vous le refusez.
wrong-asked-many = Une personne peut demander { $limit } points au plus.
conflict-meeting-takes-none = Cette réunion ne prend pas de points des membres.
conflict-meeting-items-late = Il est trop tard pour demander un point à cette réunion.
conflict-asked-answered = Ce point a déjà une réponse, ou a été retiré.
attention-items-asked =
    { $count ->
        [one] Un point demandé par un membre attend une réponse.
       *[other] { $count } points demandés par des membres attendent une réponse.
    }
attention-items-asked-act = Voir les réunions
attention-letters-to-hand =
    { $count ->
        [one] Un avis reste à remettre sur papier.
       *[other] { $count } avis restent à remettre sur papier.
    }
attention-letters-to-hand-act = Voir les réunions
notice-item-answered = Une réponse sur mon point
notice-item-answered-help = Ce que devient un point que vous avez demandé.
notice-item-answered-line = Le point que vous avez demandé a une réponse.
notice-item-answered-subject = Votre point : { $name }
notice-item-asked = Un membre demande un point
notice-item-asked-help = Quelqu’un souhaite un point à l’ordre du jour.
notice-item-asked-line = Un membre demande un point à l’ordre du jour.
notice-item-asked-subject = Un point demandé : { $name }

everything-notice-consents = Avis de réunion par courriel
everything-meetings-called = Convocations reçues
everything-items-asked = Points que vous avez demandés
everything-items-backed = Points que vous souhaitez aussi
fact-given-at = Donné
fact-sent-at = Envoyé
fact-handed-on = Remis le
fact-item-answer = Réponse
fact-call = Ce qui a été envoyé
fact-mails = Par courriel
fact-letters = Sur papier
fact-timing = Selon les règles
fact-notice-days = Jours avant
fact-anyway = Pourquoi quand même
fact-consent = Avis par courriel
event-meeting-called = a informé les gens d’une réunion
event-meeting-letters-handed = a remis des lettres au sujet d’une réunion
event-meeting-letter-returned = a noté qu’un avis est revenu
event-meeting-replied = a dit si elle ou il vient à une réunion
event-meeting-item-asked = a demandé un point pour une réunion
event-meeting-item-backed = souhaite aussi un point d’une réunion
event-meeting-item-withdrawn = a retiré un point demandé
event-meeting-item-answered = a répondu à un membre au sujet d’un point
event-member-notices-agreed = a accepté les avis par courriel, ou les a refusés
conflict-reply-late = La réunion est passée ou annulée.

# ---- ordres du jour habituels et séries ----
agenda-usual = Partir de l’ordre du jour habituel
agenda-before = Comme la dernière fois
agenda-filled = L’ordre du jour est rempli. Changez ce qui diffère cette fois.
conflict-agenda-begun = L’ordre du jour n’est plus vide.
usual-opening = Mot de bienvenue et quorum
usual-agenda = Adoption de l’ordre du jour
usual-minutes = Adoption du procès-verbal de la dernière réunion
usual-minutes-annual = Adoption du procès-verbal de la dernière assemblée annuelle
usual-board-report = Rapport du conseil
usual-statements = États financiers
usual-auditor = Nomination de l’auditrice ou de l’auditeur
usual-election = Élection au conseil
usual-questions = Questions des membres
usual-correspondence = Courrier reçu
usual-finances = Finances
usual-committees = Rapports des comités
usual-tasks = Tâches : ce qui est fait et la suite
usual-other = Divers
field-repeats = À quelle fréquence
repeats-never = Une fois
repeats-weekly = Chaque semaine
repeats-fortnightly = Toutes les deux semaines
repeats-monthly = Chaque mois, même semaine et même jour
field-repeats-until = Jusqu’au
hint-repeats-until = Au plus 26 réunions. Chacune peut être déplacée ou annulée seule.
meetings-planned = Les réunions sont prévues. Voici la première.
meeting-of-series = Prévue dans une série : ce qu’on change ici ne change que cette réunion.
meeting-series-first = La première de la série
wrong-series-short = Indiquez un jour où il y a une deuxième réunion.
fact-asked = Point demandé
fact-backs = Le souhaite aussi
meeting-papers = Documents
meeting-papers-bring = Ajouter des documents

meeting-second-of = Deuxième réunion de « { $name } » du { $day }, qui n’a pas eu son quorum. L’ordre du jour est le même.
meeting-is-second = C’est une deuxième réunion : la première n’a pas eu son quorum.
meeting-second-first = Voir la première réunion
meeting-has-second = Le quorum n’a pas été atteint. La deuxième réunion a lieu le { $day }.
meeting-second-open = Voir la deuxième réunion
conflict-second-ahead = On peut prévoir une deuxième réunion à partir du jour de la première.
conflict-second-planned = Une deuxième réunion est déjà prévue.
