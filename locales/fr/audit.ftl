audit-title = Journal d’activité
audit-lede = Qui a fait quoi, et comment c’était avant et après. Rien ici ne peut être modifié ni supprimé.
audit-masked = Les numéros de téléphone et les adresses courriel sont masqués pour votre compte.
audit-kept-back = Les noms de qui a voté dans un vote ouvert paraissent ici une fois le vote fermé.
audit-sign-ins =
    { $count ->
        [one] 1 connexion
       *[other] { $count } connexions
    }
audit-chain =
    { $waiting ->
        [0] { $count } événements sont enchaînés : chacun porte l’empreinte du précédent. La personne qui gère le serveur vérifie la chaîne avec « cooperator verify ».
       *[other] { $count } événements sont enchaînés, { $waiting } le seront sous peu : chacun porte l’empreinte du précédent. La personne qui gère le serveur vérifie la chaîne avec « cooperator verify ».
    }
audit-filter-none = Tout montrer
audit-any = Tout
audit-program = theCooperator (automatique)
audit-about-member = Membres
audit-about-unit = Logements
audit-about-committee = Comités
audit-about-task = Tâches
audit-about-poll = Votes
audit-about-decision = Décisions
audit-about-account = Accès
audit-about-coop = La coop et ses règles
audit-about-score-run = Comptes des bilans
audit-about-token = Clés d’accès
audit-none = Aucun événement ne correspond. Essayez un autre filtre.
audit-colon = {" "}:
audit-position = événement { $position } de la chaîne
audit-changes = Détails
audit-field = Quoi
audit-before = Avant
audit-after = Après
audit-hidden = (masqué)
audit-yes = oui
audit-no = non
audit-older = Événements plus anciens
audit-csv-at = moment
audit-csv-who = qui
audit-csv-kind = genre
audit-csv-act = geste
audit-csv-about = objet
audit-csv-id = id
audit-csv-name = nom
audit-csv-before = avant
audit-csv-after = après
audit-csv-position = position

fact-abstained = Abstentions
fact-added = Ajouts
fact-against = Contre
fact-changed = Modifications
fact-committees-added = Comités ajoutés
fact-file = Fichier
fact-for = Pour
fact-from = À partir du
fact-how = Comment
fact-ledger = Tous les statuts
fact-seals = Sceaux
fact-left = Sièges terminés en même temps
fact-left-alone = Laissés tels quels
fact-left-out = Lignes laissées de côté
fact-lines = Lignes
fact-member-id = Numéro de membre dans ce programme
fact-members = Membres
fact-name-en = Nom en anglais
fact-name-fr = Nom en français
fact-number = Numéro
fact-on-time = À temps
fact-outcome = Résultat
fact-preset = Règles de
fact-put-back = Remis comme avant
fact-quorum-needed = Quorum
fact-quorum-percent = Quorum, en pour cent
fact-removed = Retirés
fact-role = Rôle
fact-by-proxy = Par procuration
event-poll-interest-declared = a déclaré un intérêt dans un vote
event-poll-interest-withdrawn = a retiré sa déclaration d’intérêt dans un vote
event-poll-proxy-given = a donné une procuration pour un vote
event-poll-proxy-ended = a mis fin à une procuration pour un vote
fact-off-roll = Hors de la liste
fact-record-on = Jour qui compte
fact-vote-of = À qui sont les voix
fact-roll = Sur la liste
fact-same = Inchangés
fact-status = Statut
fact-term = Numéro du mandat dans ce programme
fact-to = Au
fact-unit-id = Numéro du logement dans ce programme
fact-units-added = Logements ajoutés
fact-units-changed = Logements modifiés
fact-until = Jusqu’au
fact-way = Façon d’entrer

event-coop-founded = a créé la coop
event-coop-changed = a modifié les réglages de la coop
event-rules-changed = a modifié les règles
event-activity-exported = a téléchargé le journal d’activité
audit-about-incident = Incidents de confidentialité
