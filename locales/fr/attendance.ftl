attendance-title = Présences
attendance-seen = Les noms et les heures sont vus des personnes qui dirigent cette réunion et qui en tiennent l’accueil. Tout le monde voit combien de personnes sont là.
attendance-seen-all = Tout le monde voit combien de personnes sont là. Les noms sont vus des personnes qui dirigent la réunion et qui en tiennent l’accueil.
attendance-quorum = Quorum
attendance-not-open = L’accueil n’est pas encore ouvert. Le nombre de présences s’affichera ensuite.
attendance-over = La réunion est terminée.
attendance-there =
    { $count ->
        [one] personne présente qui compte
       *[other] personnes présentes qui comptent
    }
attendance-needed =
    { $count ->
        [one] personne doit être là
       *[other] personnes doivent être là
    }
attendance-homes-there =
    { $count ->
        [one] logement représenté
       *[other] logements représentés
    }
attendance-homes-needed =
    { $count ->
        [one] logement doit être représenté
       *[other] logements doivent être représentés
    }
attendance-compact = Présences : { $there }. Nécessaires : { $needed }.
attendance-opening-enough = Selon les règles de la coop, le quorum à l’ouverture suffit pour toute la réunion.
attendance-any-enough = Selon les règles de la coop, les personnes présentes suffisent.
attendance-enough = Il y a quorum.
attendance-short =
    { $count ->
        [one] Il manque encore une présence.
       *[other] Il manque encore { $count } présences.
    }
attendance-in-room =
    { $count ->
        [0] Personne n’est dans la salle.
        [one] Une personne est dans la salle.
       *[other] { $count } personnes sont dans la salle.
    }
attendance-afar =
    { $count ->
        [one] Une personne participe à distance.
       *[other] { $count } personnes participent à distance.
    }
attendance-afar-not =
    { $count ->
        [one] Une personne participe à distance et ne compte pas, selon les règles de la coop.
       *[other] { $count } personnes participent à distance et ne comptent pas, selon les règles de la coop.
    }
attendance-proxies =
    { $count ->
        [one] Une personne compte par procuration.
       *[other] { $count } personnes comptent par procuration.
    }
attendance-proxies-wait =
    { $count ->
        [one] Une procuration attend la personne qui la détient.
       *[other] { $count } procurations attendent les personnes qui les détiennent.
    }
attendance-you = Vous
attendance-you-not = Votre présence n’est pas notée.
attendance-you-are-here = Votre présence est notée.
attendance-here-go = Je suis là
attendance-here-title = Je suis là
attendance-here-act = Je suis là
attendance-leave-own = Je m’en vais
attendance-my-code = Mon code pour l’accueil
attendance-my-code-help = Montrez-le à l’accueil; la personne qui le tient y pointe un téléphone et voit votre nom. Il ne vaut que pour cette réunion, et personne d’autre ne peut s’en servir.
attendance-card-act = Présence
attendance-acts = Tenir la réunion
attendance-open-ahead = L’accueil peut ouvrir le jour de la réunion.
attendance-open-help = Quand vous ouvrez l’accueil, la liste des personnes convoquées est arrêtée : celles qui ont droit de vote ce jour-là, ou qui y siègent. Ensuite, les gens peuvent arriver.
attendance-open = Ouvrir l’accueil
attendance-opened = L’accueil est ouvert. Les gens peuvent arriver.
attendance-door = Tenir l’accueil
attendance-room-code = Code de la salle
attendance-code-renew = Changer le code de la salle
attendance-code-new = Il y a un nouveau code. L’ancien ne vaut plus.
attendance-order = Ouvrir la séance
attendance-order-short =
    { $count ->
        [one] Il n’y a pas quorum; il manque une présence. D’habitude, les règlements permettent de discuter et de choisir une autre date. Ce qui serait décidé quand même pourrait être contesté.
       *[other] Il n’y a pas quorum; il manque { $count } présences. D’habitude, les règlements permettent de discuter et de choisir une autre date. Ce qui serait décidé quand même pourrait être contesté.
    }
field-without-quorum = Commencer sans quorum
hint-without-quorum = Vous pouvez discuter, mais ne rien décider tant qu’il n’y a pas quorum.
wrong-no-quorum = Il n’y a pas quorum. Présences qui manquent encore : { $limit }. Attendez, ou cochez que vous commencez sans quorum.
attendance-called-to-order = La séance est ouverte.
attendance-adjourn = Lever la séance
attendance-adjourn-help = Quand vous levez la séance, le départ de toutes les personnes présentes est noté.
attendance-adjourned = La séance est levée.
attendance-undone = C’est annulé.
attendance-screen = Page pour le projecteur
attendance-screen-help = Combien de personnes sont là, en grands chiffres, et le code de la salle. Aucun nom.
attendance-screen-how = Vous êtes là? Ouvrez cette adresse sur votre téléphone et entrez le code :
attendance-screen-picture = Une image à viser avec un téléphone; elle mène à cette adresse.
attendance-roles = Présidence, secrétariat, accueil
attendance-roles-help = Qui dirige la réunion, qui en rédige le procès-verbal, qui tient l’accueil.
attendance-roles-saved = C’est modifié.
attendance-chaired = { $name } préside.
attendance-written = { $name } rédige le procès-verbal.
attendance-nobody = Personne pour l’instant
field-chair = Présidence
hint-chair = Dirige la réunion, ouvre et lève la séance.
field-secretary = Secrétariat
hint-secretary = Rédige le procès-verbal et peut faire ici ce que la présidence peut faire.
field-doorkeeper = Une personne de plus à l’accueil
hint-doorkeeper = Voit qui est là et coche les arrivées sur son propre téléphone, à cette réunion seulement.
attendance-doorkeepers = Qui tient l’accueil
attendance-doorkeepers-none = Personne en dehors de celles et ceux qui dirigent la réunion.
attendance-doorkeeper-remove = Retirer l’accueil
attendance-search = Chercher par nom ou logement
attendance-found-none = Personne de ce nom n’est sur la liste.
attendance-found-more = Il y en a d’autres. Écrivez une plus grande partie du nom.
attendance-show-all = Revenir à la liste
attendance-others-help = Quelqu’un n’est pas sur la liste? Cherchez son nom; sa présence peut être notée, mais ne compte pas pour le quorum.
attendance-home = logement { $home }
attendance-uncalled = Sans droit de vote ici; ne compte pas pour le quorum.
attendance-stood-for = Procuration à { $name } jusqu’à son arrivée.
attendance-is-here = Présence notée
attendance-tick-came = Arrivée
attendance-tick-afar = À distance
attendance-tick-left = Départ
attendance-came = Présence notée : { $name }.
attendance-came-proxy = Présence notée : { $name }. La procuration prend fin.
attendance-came-uncalled = Présence notée : { $name }. Elle ne compte pas pour le quorum.
attendance-already = Présence déjà notée : { $name }. Rien n’a changé.
attendance-name-since = { $name }, depuis { $time }
attendance-left = Départ noté : { $name }.
attendance-not-there = La présence n’était pas notée : { $name }. Rien n’a changé.
attendance-tick-undone = Annulé : { $name }.
attendance-since = depuis { $time }, { $way }
attendance-from-to = de { $from } à { $to }, { $way }
attendance-way-in_person = dans la salle
attendance-way-online = à distance
attendance-way-own-in_person = Je suis dans la salle
attendance-way-own-online = Je participe à distance
attendance-online-not = Selon les règles de la coop, cela ne compte pas pour le quorum.
attendance-noted-door = à l’accueil
attendance-noted-room = avec le code de la salle
attendance-noted-card = avec son propre code
attendance-noted-sheet = d’après la feuille de présence
attendance-undone-came = arrivée
attendance-undone-left = départ
attendance-undone-opening = ouverture de la séance
attendance-undone-adjournment = levée de la séance
field-room-code = Code de la salle
hint-room-code = Six chiffres, affichés dans la salle et lus à voix haute.
field-attends = Comment vous participez
wrong-room-code = Ce n’est pas le code de la salle. Regardez de nouveau, ou demandez à l’accueil.
attendance-course = Combien de personnes étaient là, et quand le quorum a changé
attendance-moment-reached = Il y a quorum
attendance-moment-lost = Le quorum est perdu
attendance-moment-called-to-order = Ouverture de la séance
attendance-moment-adjourned = Levée de la séance
attendance-column-time = Heure
attendance-column-what = Quoi
attendance-column-there = Présences
attendance-column-needed = Nécessaires
attendance-list = Qui était là
attendance-list-none = Aucune présence n’est encore notée.
attendance-list-caption =
    { $count ->
        [one] Une personne
       *[other] { $count } personnes
    }
attendance-column-name = Nom
attendance-column-home = Logement
attendance-column-times = Quand
attendance-column-minutes = Minutes de présence
attendance-column-called = Compte pour le quorum
attendance-column-way = Comment
attendance-column-came = Arrivée
attendance-column-left = Départ
attendance-file = presences
attendance-sheet = Feuille de présence
attendance-sheet-help = Sur papier, par nom, avec des cases et une ligne pour signer.
attendance-sheet-print = Imprimez cette page. Ce qui est signé peut être saisi après.
attendance-sheet-nobody = Personne n’est convoqué à cette réunion.
attendance-sheet-caption =
    { $count ->
        [one] Une personne convoquée
       *[other] { $count } personnes convoquées
    }
attendance-box-in-person = Dans la salle
attendance-box-online = À distance
attendance-box-gone = N’était pas là
attendance-box-signature = Signature
attendance-late = Saisir la feuille de présence
attendance-late-help = Après coup, ou pour corriger ce qui a été mal noté.
attendance-late-lede = Cochez qui était là. Sans heure, la personne est arrivée au début de la réunion et est restée jusqu’à la fin. Ce que vous entrez pour quelqu’un remplace tout ce qui était noté à son sujet.
attendance-times = Heures
attendance-late-act = Enregistrer
attendance-entered =
    { $count ->
        [0] Les heures de la réunion sont notées.
        [one] Une personne est inscrite.
       *[other] { $count } personnes sont inscrites.
    }
field-held-from = Séance ouverte à
field-held-until = Séance levée à
field-late-why = Pourquoi
hint-late-why = Nécessaire si quelque chose était déjà noté, ou une fois la séance levée. La raison figure au journal.
wrong-late-both = { $limit } : cochez une seule des cases.
wrong-late-way = { $limit } : cochez si la personne était dans la salle ou à distance.
wrong-late-time = { $limit } : entrez les heures ainsi, 19:30.
wrong-late-order = { $limit } : le départ est avant l’arrivée.
wrong-late-ahead = { $limit } : cette heure n’est pas encore arrivée.
wrong-late-order-held = La réunion finit avant de commencer. Entrez une heure plus tardive.
wrong-late-nothing = Cochez qui était là.
conflict-door-closed = L’accueil de cette réunion n’est pas encore ouvert.
conflict-door-ahead = L’accueil peut ouvrir le jour de la réunion.
conflict-door-nobody = Personne n’est convoqué à cette réunion; personne n’a droit de vote ou n’y siège.
conflict-meeting-over = Cette réunion est terminée. Qui la dirige peut encore inscrire qui était là.
conflict-meeting-not-begun = La séance n’a pas été ouverte.
conflict-tick-old = C’est trop ancien pour être annulé. Qui dirige la réunion peut le corriger, avec une raison.
event-attendance-opened = a ouvert l’accueil d’une réunion
event-attendance-code-renewed = a changé le code de la salle d’une réunion
event-attendance-called-to-order = a ouvert une séance
event-attendance-adjourned = a levé une séance
event-attendance-came = a noté une arrivée à une réunion
event-attendance-left = a noté un départ d’une réunion
event-attendance-undone = a annulé ce qui était noté d’une réunion
event-attendance-entered = a inscrit qui était à une réunion
event-attendance-led = a dit qui préside une réunion et qui en rédige le procès-verbal
event-attendance-doorkeeper-named = a confié l’accueil d’une réunion à quelqu’un
event-attendance-doorkeeper-dismissed = a retiré l’accueil d’une réunion à quelqu’un
event-attendance-exported = a téléchargé la liste des présences d’une réunion
fact-attends = Comment la personne participe
fact-noted = Comment on le sait
fact-there = Présences
fact-times = De et à
fact-called = Convoquées
fact-needed = Nécessaires au quorum
fact-without-quorum = Sans quorum
fact-undone = Ce qui est annulé
fact-chair-id = Présidence, par numéro
fact-secretary-id = Secrétariat, par numéro
fact-came-at = Arrivée
fact-left-at = Départ
everything-meeting-roll = Réunions auxquelles la personne était convoquée
everything-attendances = Réunions auxquelles la personne était
everything-doorkeepers = Réunions dont la personne tenait l’accueil
attention-meetings-not-adjourned =
    { $count ->
        [one] Une séance n’a pas été levée
       *[other] { $count } séances n’ont pas été levées
    }
attention-meetings-not-adjourned-act = Entrer quand elle a fini

# ---- sheets of earlier years ----
attendance-mark-present = présence
attendance-mark-online = présence en ligne
attendance-mark-excused = absence motivée
attendance-mark-absent = absence
attendance-from-sheet = Les présences à cette réunion viennent d’une feuille importée. Pour les corriger, importez la feuille corrigée.
attendance-sheet-says = D’après la feuille de présence : présences { $there }, absences motivées { $excused }, absences { $absent }.
attendance-sheet-you = La feuille dit à votre sujet : { $mark }.
attendance-sheet-mark = Présence
attendance-marks-caption = Qui était là, d’après la feuille de présence
conflict-sheet-door = Les présences à cette réunion ont été prises à la porte. Une feuille ne les remplace pas.
conflict-door-sheet = Les présences à cette réunion viennent d’une feuille importée : sa porte reste fermée.
event-attendance-sheet-brought = a importé la feuille de présence d’une réunion
event-attendance-sheet-taken-back = a retiré la feuille de présence d’une réunion
event-meeting-recorded = a ajouté une réunion passée
fact-excused = Absences motivées
fact-absent = Absences
fact-mark = Présence
everything-sheet-marks = Présences, d’après les feuilles importées
fact-meetings = Réunions ajoutées

attendance-second = Prévoir une deuxième réunion
attendance-second-help = Le quorum n’est pas atteint. Vous pouvez prévoir une deuxième réunion avec le même ordre du jour ; les règles de l’avis sont vérifiées, et celle-ci reste au dossier.
