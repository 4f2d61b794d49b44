members-title = Membres
members-name = Nom
members-unit = Logement
members-committees = Comités
members-contact = Coordonnées
members-status = Statut
members-status-current = Toutes les personnes présentes
members-search = Nom, logement ou téléphone
members-count =
    { $count ->
        [0] Personne ici
        [one] Une personne
       *[other] { $count } personnes
    }
members-from-to = { $count } personnes, de { $first } à { $last }
members-none-found = Personne ne correspond à « { $query } ».
members-on = Le { $day } : { $what }
members-on-names = Statuts, logements et comités sont ceux de ce jour-là; noms et coordonnées sont ceux d’aujourd’hui.
members-more-filters = Par statut, ou à une date passée
members-show-all = Voir tout le monde
members-seen-office = Vous voyez tous les téléphones et courriels. Le voisinage ne voit que ce que chaque personne partage.
members-seen-shared = Toute la coop voit cette liste. Un téléphone ou un courriel n’y figure que si la personne le partage.
members-seen-observer = Vous voyez les noms, les logements, les comités et les statuts. Les coordonnées ne sont pas montrées aux personnes qui observent.
members-nobody-admin = Le registre est encore vide. Il y a deux façons de commencer.
members-door-import = Importer vos membres
members-door-import-help = À partir d’une feuille de calcul. Vous voyez tout avant que rien ne soit enregistré.
members-door-hand = Ajouter à la main
members-door-hand-help = Une personne à la fois.
member-add = Ajouter un membre
member-edit = Modifier la fiche
member-edit-own = Modifier ma fiche
member-new-title = Ajouter un membre
member-edit-title = Modifier un membre
member-form-seen = Téléphone et courriel : vous et les autres personnes qui tiennent le registre, et le voisinage seulement si la personne les partage.
member-added = { $name } figure au registre.
member-changed = La fiche de { $name } est enregistrée.
member-number-taken = Un autre membre porte ce numéro.
member-left-too-early = Entrez un jour après le jour d’adhésion.
member-joined-after = Entrez un jour qui n’est pas à venir, ni après le premier jour dans un logement ou à un comité.
member-joined-too-late = Un statut de cette personne a commencé avant cette date. Entrez une date antérieure.
member-status-too-early = Le dernier statut a commencé le { $limit }. Entrez cette date ou une date ultérieure.
member-status-title = Statut
member-status-change = Changer le statut
member-status-act = Changer le statut
member-status-set = Le statut est changé.
member-status-applicant = Candidature
member-status-auxiliary = Membre auxiliaire
member-status-member = Membre
member-status-on-leave = En congé
member-status-suspended = Suspension
member-status-former = Ancien membre
member-seen-own = C’est vous. Le voisinage voit votre nom, votre logement, vos comités et les coordonnées que vous partagez.
member-seen-office = Vous voyez tout. Le voisinage voit le nom, le logement, les comités et les coordonnées que cette personne partage.
member-seen-shared = Toute la coop voit cette page, et seulement les coordonnées que cette personne partage.
member-seen-observer = Vous voyez les noms, les logements et les comités. Les coordonnées ne sont pas montrées aux personnes qui observent.
member-no-contact = Ni téléphone ni courriel
member-shares-none = Ne partage pas ses coordonnées
member-no-unit = Aucun logement
member-no-committee = Aucun
member-joined = Membre depuis
member-language = Langue
member-before = Auparavant
member-give-access = Donner accès
since-day = depuis le { $day }
member-leads = Responsable de
member-led = Responsable de { $name }
from-until = du { $from } au { $until }
profile-title = Ma fiche
profile-lede = Comment la coop et le voisinage peuvent vous joindre.
profile-see = Voir ma page
profile-seen = Les personnes qui tiennent le registre voient toujours votre téléphone et votre courriel. Les autres voient de chaque champ ce que vous avez choisi; une personne à joindre en cas d’urgence ne sort jamais du bureau. Les personnes qui observent n’en voient rien.
profile-save = Enregistrer ma fiche
profile-saved = Votre fiche est enregistrée.
profile-no-member = Votre compte n’est lié à personne au registre : il n’y a donc pas de fiche ici. Votre nom, votre langue et votre mot de passe sont dans votre compte.

column-number = Numéro de membre
column-given-name = Prénom
column-family-name = Nom de famille
column-email = Courriel
column-phone = Téléphone
column-unit = Logement
column-joined-on = Date d’adhésion
column-status = Statut
column-committees = Comités
column-language = Langue

event-member-added = a ajouté un membre
event-member-changed = a modifié un membre
event-member-status-changed = a changé le statut d’un membre
event-members-exported = a téléchargé la liste des membres
event-shares-exported = a emporté le registre des parts dans un fichier

members-cards = Ajouter à un carnet d’adresses (vCard) : ce que les gens partagent avec tout le monde
member-card = Ajouter à mon carnet d’adresses (vCard)
member-legal-name = Nom au registre
member-phones = Téléphones
member-phones-help = Quatre au plus. L’un d’eux figure dans les listes.
member-phone-first = Montrer le téléphone { $number } en premier
member-status-set-until = Le statut est changé. Il prend fin de lui-même le { $name }.
member-status-corrected = L’inscription est corrigée. Le journal d’activité garde ce qui y figurait.
member-status-cannot-follow = Ce statut ne peut pas suivre le précédent. Choisissez-en un autre, ou corrigez l’inscription précédente.
member-status-same = C’est déjà le statut. Choisissez-en un autre.
member-status-ends-too-early = La fin vient avant le début. Entrez un jour ultérieur.
member-status-too-long = Au plus tard jusqu’au { $limit }. Entrez ce jour ou un jour antérieur.
member-status-first-stays = Le premier statut commence le jour de l’adhésion. Changez ce jour dans la fiche.
member-status-planned = à venir
member-status-by-itself = de lui-même
member-status-ahead = À partir du { $day } : { $status }, inscrit d’avance.
member-status-at-most = Selon les règles, membre auxiliaire au plus tard jusqu’au { $day }. Décidez avant.
member-status-overdue = Selon les règles, le temps comme membre auxiliaire a pris fin le { $day }. Une décision est attendue.
member-status-entered = inscrit par { $name } le { $day }
member-status-corrected-by = corrigé par { $name } le { $day }
member-status-correct = Corriger
member-correction-title = Corriger un statut
member-correction-seen = Vous et les autres personnes qui tiennent le registre voyez cette page.
member-correction-lede = L’inscription du { $day } devient ce que vous entrez ici. Le journal d’activité garde ce qui y figurait. Les logements et comités qui ont pris fin avec un départ inscrit par erreur ne reviennent pas d’eux-mêmes.
member-correction-act = Corriger l’inscription
standing-title = Situation de membre
standing-seen-own = Vous, les personnes qui tiennent le registre et la trésorerie voyez ceci. Ce que vous devez, s’il y a lieu, seulement la trésorerie et vous.
standing-seen-office = Les personnes qui tiennent le registre, la trésorerie et la personne concernée voient ceci.
standing-vote = Peut voter
standing-stand = Peut se présenter au conseil
standing-yes = Oui
standing-no = Non. { $why }
standing-treasurer = Les règles tiennent aussi compte de ce qui est dû. Seule la trésorerie le sait : demandez-lui avant une élection.
standing-why-applicant = N’est pas encore membre.
standing-why-auxiliary = Les membres auxiliaires ne votent pas et n’occupent pas de poste, à moins que les règles le prévoient.
standing-why-member = Les règles ne le permettent pas.
standing-why-on-leave = En congé.
standing-why-suspended = Suspension en cours.
standing-why-former = N’est plus membre.
standing-why-arrears = Une somme est due à la coop; parlez-en à la trésorerie.
arrears-act = Enregistrer
arrears-noted = C’est noté. Seules la trésorerie et la personne concernée le voient.
seen-by-nobody = Personne sauf le bureau
seen-by-committees = Les personnes qui siègent à un comité avec moi
seen-by-members = Tous les membres
profile-page-seen = Personne d’autre que vous ne voit cette page.
profile-changes = Changements à votre fiche
profile-changes-help = Qui a changé ce que le registre dit de vous.
profile-changes-none = Aucun changement encore.
profile-changed-by-you = Vous

event-member-status-corrected = a corrigé un statut d’un membre
event-arrears-reviewed = a passé en revue qui doit quelque chose

shares-title = Parts sociales
shares-seen = Les personnes qui tiennent le registre et la personne concernée voient cette page. Les parts y sont comptées, pas évaluées.
shares-held =
    { $count ->
        [0] Aucune part n’est détenue.
        [one] Une part est détenue.
       *[other] { $count } parts sont détenues.
    }
shares-none = Aucun mouvement de parts encore.
shares-ledger = Tous les mouvements, du plus ancien au plus récent
shares-download = Télécharger ce relevé :
shares-download-all = Télécharger le relevé de toute la coop :
shares-enter = Inscrire un mouvement
shares-act = Inscrire
share-entered = Le mouvement est inscrit.
share-kind-paid = Payées
share-kind-transferred = Transférées
share-kind-received = Reçues
share-kind-refunded = Remboursées
share-column-number = Numéro de membre
share-column-name = Nom
share-column-on = Date
share-column-kind = Mouvement
share-column-quantity = Parts
share-column-certificate = Certificat
share-column-other = À ou de
share-other-none = Personne
share-other-needed = Choisissez qui reçoit les parts.
share-certificate-taken = Un certificat de ce numéro est déjà en circulation. Entrez un autre numéro.
share-ahead = Entrez aujourd’hui ou un jour antérieur.
share-too-many = Le { $limit }, il partirait plus de parts qu’il n’y en avait. Entrez-en moins, ou un jour ultérieur.
everything-title = Tout sur une personne
everything-seen = Les personnes qui tiennent le registre et la personne concernée voient cette page. Chaque consultation est inscrite.
everything-lede = Tout ce que les pages de la coop savent de { $name }.
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
fact-came = Comment le siège a été obtenu
fact-ended-on = Fin avant terme le
fact-ended-how = Raison de la fin avant terme
everything-shares = Parts sociales
everything-owed = Somme due
everything-tasks = Tâches
everything-votes = Votes
everything-scores = Bilans
everything-account = Compte
everything-devices = Connexions
everything-keys = Clés d’accès
everything-notices = Avis
everything-preferences = Ce qui lui est écrit
everything-changes = Ce qui est arrivé aux données de cette personne
everything-acts = Ce que cette personne a fait
everything-requests = Demandes de logement
everything-interviews = Entrevues
everything-assisted = Ce que le bureau a fait pour cette personne
erasing-title = Effacer un ancien membre
erasing-seen = Vous et les autres personnes qui tiennent le registre voyez cette page.
erasing-lede = Ceci retire { $name } des dossiers de la coop pour de bon. On ne peut pas revenir en arrière. Voici ce qui va se passer.
erasing-goes = Ce qui part
erasing-goes-register = Nom, numéro, téléphones, courriel, pronom, compétences, personne à joindre, notes et motifs des statuts. « { $sign } » prend leur place.
erasing-goes-account = Le compte avec ses appareils, ses clés d’accès, sa boîte de réception et ses choix.
erasing-goes-events =
    { $count ->
        [one] Les noms et les valeurs privées dans { $count } événement du journal d’activité.
       *[other] Les noms et les valeurs privées dans { $count } événements du journal d’activité.
    }
erasing-goes-tasks =
    { $count ->
        [one] Le nom dans le texte de { $count } tâche.
       *[other] Le nom dans le texte de { $count } tâches.
    }
erasing-goes-waiting = Les courriels qui attendent l’envoi, et les feuilles d’importation qui nomment cette personne.
erasing-stays = Ce qui reste
erasing-stays-figures = Dates, statuts, logements, comités, bulletins, bilans et parts : chaque compte et chaque décision gardent leurs chiffres.
erasing-stays-chain = La chaîne du journal d’activité : les événements réécrits sont scellés de nouveau, et « cooperator verify » tient toujours.
erasing-stays-polls =
    { $count ->
        [one] Le texte des votes tel que décidé : { $count } nomme cette personne. Lisez-le, et décidez vous-mêmes.
       *[other] Le texte des votes tel que décidé : { $count } nomment cette personne. Lisez-les, et décidez vous-mêmes.
    }
erasing-stays-backups = Les sauvegardes faites avant aujourd’hui, jusqu’à leur remplacement, et ce qui fut imprimé ou téléchargé.
erasing-due = Départ le { $left }. Selon vos règles, ce que l’on sait était gardé jusqu’au { $until } : on peut l’effacer.
erasing-not-due = Départ le { $left }. Selon vos règles, ce que l’on sait est gardé jusqu’au { $until }. Avant cela, n’effacez que si la personne le demande.
erasing-act = Effacer cette personne
member-erased = La personne est effacée. Les chiffres sont comme avant.

event-shares-entered = a inscrit un mouvement de parts
event-member-everything-read = a consulté tout sur une personne
event-member-erased = a effacé un ancien membre

photo-title = Photo
photo-change = Changer la photo
photo-of = Photo de { $name }
photo-seen-own = Visible pour vous, pour les personnes qui tiennent le registre et pour celles que vous choisissez plus bas.
photo-seen-office = Visible pour cette personne, pour celles qui tiennent le registre et pour celles qu’elle a choisies.
photo-file = Choisir une photo
photo-file-hint = JPEG, PNG ou WebP, au plus 10 Mo. Nous en gardons un carré pris au milieu et rien d’autre du fichier : ni lieu, ni date, ni appareil.
photo-act = Enregistrer la photo
photo-remove = Retirer la photo
photo-kept = La photo est enregistrée.
photo-removed = La photo est retirée.
wrong-photo-kind = Ce n’est pas une photo que nous pouvons lire. Choisissez un fichier JPEG, PNG ou WebP.
wrong-photo-broken = Cette photo est abîmée ou incomplète. Choisissez-en une autre, ou enregistrez-la de nouveau.
wrong-photo-large = Ce fichier dépasse 10 Mo. Choisissez une photo plus petite.
wrong-photo-pixels = Cette photo a plus de 40 millions de pixels. Choisissez-en une plus petite.
event-member-photo-changed = a changé la photo d’un membre
event-member-photo-removed = a retiré la photo d’un membre
everything-photo = Photo
everything-photo-in-file = Dans le fichier à télécharger
fact-created-at = Inscription
fact-since = Depuis le
fact-planned = Prévu d’avance
fact-entered-at = Inscrit le
fact-on-date = Le
fact-quantity = Parts
fact-certificate = Certificat
fact-title = Titre
fact-details = Détails
fact-credit-minutes = Minutes créditées
fact-done-at = Fait le
fact-cast-at = Déposé le
fact-period-start = Du
fact-period-end = Au
fact-figure = Chiffre
fact-value = Valeur
fact-whole = Sur
fact-last-sign-in-at = Dernière connexion
fact-disabled-at = Fermé le
fact-device = Appareil
fact-seen-at = Dernière visite
fact-subject-name = À propos de
fact-read-at = Lu le
fact-inbox = Dans la boîte de réception
fact-mail = Par courriel
fact-at = Quand
fact-actor-name = Qui
fact-detail = Ce qui a changé
fact-before = Avant
fact-after = Après
fact-set-at = Enregistrée le
member-phones-more = Autres téléphones
fact-offices = Postes
fact-steps = Étapes
fact-present = Personnes présentes
