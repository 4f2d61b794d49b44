# Ce que tout le monde peut lire sur les renseignements personnels, et les réglages derrière. Dit ce que fait le programme.
privacy-title = Vie privée
privacy-lede = Ce { QUE(LE($coop)) } garde sur les personnes dans ces pages, pourquoi, qui le voit, combien de temps, et ce que vous pouvez demander.
privacy-person-title = Qui est responsable des renseignements personnels
privacy-person = Écrivez à cette personne pour toute question ou demande sur ce qui est gardé à votre sujet.
privacy-person-none = La coop n’a encore nommé personne ici. D’ici là, adressez-vous au bureau :
privacy-person-help = La loi demande une personne responsable de la protection des renseignements personnels, dont tout le monde peut lire le nom et l’adresse. Ce peut être une personne du conseil d’administration.
privacy-what-title = Ce que nous gardons, et pourquoi
privacy-what-register = Nom, numéro de membre, statut et ses dates, parts sociales : la loi demande à la coop de tenir un registre des membres.
privacy-what-contact = Courriel, téléphones, langue et ce que vous ajoutez vous-même (prénom usuel, pronom, photo, compétences, personne à joindre) : pour vous joindre et travailler ensemble. Rien n’est exigé, sauf un moyen de vous écrire.
privacy-what-homes = Qui habite où et depuis quand, et combien d’enfants habitent un logement, jamais lesquels : pour attribuer les logements.
privacy-what-tasks = Tâches, heures et participation : pour partager équitablement le travail.
privacy-what-votes = Qui avait droit de vote et, pour les votes ouverts (non secrets), ce que chaque personne a choisi : pour que les résultats puissent être vérifiés.
privacy-what-account = Votre compte, une forme brouillée de votre mot de passe et les appareils connectés : pour n’ouvrir qu’à vous.
privacy-what-log = Un journal de qui a changé quoi : pour retrouver les erreurs, et pour que personne ne change le registre en cachette.
privacy-what-not = Nous ne gardons dans ces pages ni date de naissance, ni revenu, ni renseignement de santé, ni numéro d’assurance sociale, ni coordonnées bancaires, ni montant dû.
privacy-seen-title = Qui le voit
privacy-seen-members = Les membres voient les noms, les logements, les comités, les tâches et les votes ouverts.
privacy-seen-shared = Vous choisissez qui voit vos téléphones, votre courriel, votre pronom, vos compétences et votre photo : le bureau seulement, les personnes qui siègent à un comité avec vous, ou tous les membres.
privacy-seen-office = Les personnes qui tiennent le registre voient tout, sauf votre mot de passe et ce que seule la trésorerie note. Chaque consultation de tout ce qui concerne une personne est inscrite au journal.
privacy-seen-treasurer = Seule la trésorerie note si quelqu’un doit de l’argent, oui ou non. Vous le voyez pour vous-même.
privacy-seen-observer = Les personnes qui observent, par exemple pour la vérification, voient le registre sans coordonnées ni photos.
privacy-seen-public = Le public voit des chiffres et des décisions, jamais le nom d’un membre.
privacy-seen-line = Chaque page qui montre des renseignements personnels dit sous son titre qui les voit. Rien n’est vendu, et rien n’est remis à d’autres sauf si la loi l’exige.
privacy-kept-title = Combien de temps nous le gardons
privacy-kept-caption = Ce qui est gardé, combien de temps, et comment c’est supprimé
privacy-kept-why = Les données techniques sont supprimées automatiquement, chaque nuit. Les renseignements sur une personne sont effacés par des gens et non par une horloge, car un différend, une part à rembourser ou une loi peut demander plus de temps.
privacy-rights-title = Ce que vous pouvez demander
privacy-rights-see = De voir tout ce qui est gardé à votre sujet.
privacy-rights-copy = D’en recevoir une copie, aussi dans une forme qu’un autre programme peut lire.
privacy-rights-correct = De faire corriger les erreurs.
privacy-rights-erase = De le faire effacer quand vous n’êtes plus membre. Les totaux restent, sans votre nom.
privacy-rights-consent = De changer d’avis sur ce que les autres voient, en tout temps, sur votre propre page.
privacy-rights-ask = De savoir qui a changé vos données, et quand.
privacy-rights-how = Écrivez à la personne nommée plus haut. Vous recevez une réponse dans les 30 jours, sans frais.
privacy-own-everything = Voir tout ce qui est gardé à mon sujet
privacy-own-profile = Choisir qui voit quoi
privacy-complain = Si la réponse ne vous satisfait pas, vous pouvez porter plainte auprès de { $commission }.
privacy-commission-QC = la Commission d’accès à l’information du Québec
privacy-commission-BC = l’Office of the Information and Privacy Commissioner de la Colombie-Britannique
privacy-commission-ON = le Commissariat à la protection de la vie privée du Canada
privacy-commission-CA = le Commissariat à la protection de la vie privée du Canada
privacy-safe-title = Comment nous le protégeons
privacy-safe = Les données de chaque coop sont séparées de celles des autres. Les pages qui montrent des renseignements personnels demandent un compte, et chaque compte ne voit que ce qu’il lui faut. Si des renseignements sortent malgré tout, nous l’inscrivons à un registre, et nous vous avisons, ainsi que la commission, si cela peut vous nuire.
privacy-cookies = Ces pages n’utilisent des témoins que pour garder votre session ouverte, retenir votre langue et dire ce qui a été fait. Personne ne suit ce que vous lisez, et aucun autre site n’en est informé.
privacy-download = Télécharger ce tableau :
privacy-settings-title = Vie privée
privacy-settings-lede = Qui est responsable des renseignements personnels, et combien de temps ils sont gardés. Tout le monde peut le lire à la page
privacy-settings-saved = La personne responsable est enregistrée.
privacy-due-title = Anciens membres à effacer
privacy-due-help = Vos règles n’exigent plus de garder les renseignements sur ces personnes. Voyez s’il reste quelque chose à régler avec elles, puis effacez-les une à une.
privacy-due-none = Il n’y a personne à effacer.
privacy-due-left = Départ le { $day }
kept-what = Quoi
kept-how-long = Combien de temps
kept-how = Comment c’est supprimé
kept-by-stays = C’est gardé
kept-by-itself = Automatiquement, chaque nuit
kept-by-people = Par les personnes qui tiennent le registre
kept-former-members = Renseignements sur un ancien membre
kept-former-members-for =
    { $years ->
        [0] { $months ->
            [0] Peut être effacé dès le départ
           *[other] { $months } mois après le départ, ou avant si vous le demandez
        }
        [one] { $years } an{ $months ->
            [0] { "" }
           *[other] { " et" } { $months } mois
        } après le départ, ou avant si vous le demandez
       *[other] { $years } ans{ $months ->
            [0] { "" }
           *[other] { " et" } { $months } mois
        } après le départ, ou avant si vous le demandez
    }
kept-comments = Commentaires des discussions
kept-comments-for = Tant que la coop existe; les mots d’un commentaire disparaissent quand la personne le retire, ou une fois qu’elle est effacée
kept-files = Fichiers des votes
kept-files-for = Tant que la coop existe; un fichier retiré disparaît aussitôt. Le nom de qui l’a ajouté disparaît avec l’effacement de la personne
kept-votes = Décisions, listes de vote et parts sociales
kept-votes-for = Tant que la coop existe; sans nom une fois la personne effacée
kept-guests = Noms des personnes qu’un vote a invitées par un lien
kept-guests-for = { $months } mois après la fermeture du vote; sans nom ensuite
kept-sessions = Appareils connectés
kept-sessions-for = { $days } jours, { $idle } jours sans visite, { $hours } heures pour les personnes qui tiennent le registre
kept-links = Liens de connexion envoyés par courriel
kept-links-for = { $minutes } minutes, ou { $days } jours s’ils sont dans un courriel au sujet d’un vote; puis un jour pour dire qu’ils ont servi
kept-address-changes = Nouveau courriel qui n’a pas été confirmé
kept-address-changes-for = { $hours } heures
kept-attempts = Tentatives de connexion, et formulaires envoyés
kept-attempts-for =
    { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }
kept-imports = Feuilles de calcul importées
kept-imports-for = { $days } jours, pour que l’importation puisse être annulée
kept-mails = Courriels
kept-mails-for = Jusqu’à l’envoi; { $days } jours s’il échoue
kept-deliveries = À qui un courriel a été envoyé, et ce que le serveur de courriel a répondu
kept-deliveries-for = { $days } jours
kept-incidents = Inscriptions d’incidents de confidentialité
kept-incidents-for = { $years } ans après que la coop en a eu connaissance
kept-applicants = Noms et coordonnées d’une demande qui n’a pas mené à un logement
kept-applicants-for =
    { $months ->
        [0] Peuvent être retirés dès la fin de la demande
        [one] Un mois après la fin de la demande
       *[other] { $months } mois après la fin de la demande
    }
privacy-due-requests-title = Demandes à vider
privacy-due-requests-help = Vos règles n’exigent plus de garder ces demandes de logement. Ouvrez-les une à une et retirez les renseignements personnels.
privacy-due-request = Demande { $number }
kept-invitations = Invitations
kept-invitations-for = { $days } jours par courriel, { $letters } jours par lettre

everything-title = Tout sur une personne
everything-seen = Les personnes qui tiennent le registre et la personne concernée voient cette page. Chaque consultation est inscrite.
everything-lede = Tout ce que les pages de la coop savent sur { $name }.
everything-left-out = Les notes du bureau n’y sont pas : demandez-les au bureau.
everything-left-out-office = Ce que quelqu’un a choisi dans un vote encore ouvert, et ce que seule la trésorerie voit, n’y sont pas.
everything-json = Télécharger en JSON
everything-register = Au registre
everything-phones = Autres téléphones
everything-statuses = Statuts
everything-homes = Logements
everything-committees = Comités
everything-led = Responsabilité de comités
everything-board = Au conseil d’administration
everything-shares = Parts sociales
everything-owed = Argent dû
everything-tasks = Tâches
everything-proxies = Procurations
everything-off-roll = Votes dont la liste ne vous comptait pas
everything-votes = Votes
everything-scores = Bilans
everything-account = Compte
everything-devices = Appareils connectés
everything-keys = Clés d’accès
everything-address-change = Nouveau courriel à confirmer
fact-address = Courriel de connexion
fact-asked-at = Demandé le
fact-expires-at = Valable jusqu’au
everything-notices = Avis
everything-preferences = Réglages des avis
everything-mails = Courriels envoyés
fact-ended-at = Envoyé le
fact-subject = Objet
fact-accepted = Accepté par le serveur de courriel
fact-answer = Réponse du serveur de courriel
everything-changes = Ce qui est arrivé aux données de cette personne
everything-acts = Ce que cette personne a fait
everything-requests = Demandes de logement
everything-interviews = Entrevues
everything-assisted = Ce que le bureau a fait pour cette personne
event-member-everything-read = a consulté tout sur une personne
everything-photo = Photo
everything-photo-in-file = Comprise dans le fichier à télécharger

erasing-title = Effacer un ancien membre
erasing-seen = Vous et les autres personnes qui tiennent le registre voyez cette page.
erasing-lede = Ceci retire { $name } des dossiers de la coop pour de bon. On ne peut pas revenir en arrière. Voici ce qui va se passer.
erasing-goes = Ce qui est effacé
erasing-goes-register = Nom, numéro, téléphones, courriel, pronom, compétences, personne à joindre, notes et motifs des statuts. « { $sign } » prend leur place.
erasing-goes-account = Le compte avec ses appareils, ses clés d’accès, sa boîte de réception et ses choix.
erasing-goes-events =
    { $count ->
        [one] Les noms et les valeurs privées dans { $count } événement du journal d’activité.
       *[other] Les noms et les valeurs privées dans { $count } événements du journal d’activité.
    }
erasing-goes-comments = Ce que la personne a dit dans les discussions, dans toutes les versions; les réponses des autres restent.
erasing-goes-texts =
    { $count ->
        [one] Le nom dans { $count } texte que quelqu’un a écrit : tâche, note, motif, registre.
       *[other] Le nom dans { $count } textes que quelqu’un a écrits : tâches, notes, motifs, registres.
    }
erasing-goes-waiting = Les courriels qui attendent l’envoi, et les feuilles d’importation qui nomment cette personne.
erasing-stays = Ce qui est gardé
erasing-stays-figures = Dates, statuts, logements, comités, bulletins, bilans et parts : chaque total et chaque décision restent exacts.
erasing-stays-chain = La chaîne du journal d’activité : les événements réécrits sont scellés de nouveau, et « cooperator verify » réussit toujours.
erasing-stays-texts =
    { $count ->
        [one] Les décisions, et ce que d’autres disent d’eux-mêmes : { $count } texte nomme cette personne. Lisez-le et décidez quoi faire.
       *[other] Les décisions, et ce que d’autres disent d’eux-mêmes : { $count } textes nomment cette personne. Lisez-les et décidez quoi faire.
    }
erasing-stays-backups = Les sauvegardes faites avant aujourd’hui, jusqu’à leur remplacement, et ce qui a été imprimé ou téléchargé.
erasing-due = Départ le { $left }. Selon vos règles, ces renseignements étaient à garder jusqu’au { $until } : vous pouvez maintenant les effacer.
erasing-not-due = Départ le { $left }. Selon vos règles, ces renseignements sont gardés jusqu’au { $until }. N’effacez plus tôt que si la personne le demande.
erasing-act = Effacer cette personne
member-erased = La personne est effacée. Aucun chiffre n’a changé.
event-member-erased = a effacé un ancien membre
conflict-erase-not-former = Seul un ancien membre peut être effacé. Changez d’abord le statut.
conflict-erase-too-early = Selon vos règles, les renseignements sur cette personne sont encore à garder. N’effacez plus tôt que si la personne le demande.
kept-drafts = Textes commencés et non envoyés
kept-drafts-for = { $days } jours après la dernière frappe
everything-tasks-done = Tâches faites
everything-tasks-followed = Tâches suivies ou non
fact-follows = Suit
