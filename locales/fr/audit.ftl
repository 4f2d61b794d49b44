audit-title = Journal
audit-lede = Qui a fait quoi, et comment c’était avant et après. Rien ici ne peut être modifié ni supprimé.
audit-masked = Les numéros de téléphone et les adresses courriel sont masqués pour votre compte.
audit-chain =
    { $waiting ->
        [0] { $count } événements sont enchaînés : chacun porte l’empreinte du précédent. La personne qui gère le serveur vérifie la chaîne avec « cooperator verify ».
       *[other] { $count } événements sont enchaînés, { $waiting } le seront sous peu : chacun porte l’empreinte du précédent. La personne qui gère le serveur vérifie la chaîne avec « cooperator verify ».
    }
audit-filter = N’en montrer qu’une partie
audit-filter-act = Montrer ces événements
audit-filter-none = Tout montrer
audit-any = Tout
audit-program = theCooperator, de lui-même
audit-about-member = Membres
audit-about-unit = Logements
audit-about-committee = Comités
audit-about-task = Tâches
audit-about-poll = Votes
audit-about-account = Accès
audit-about-coop = La coop et ses règles
audit-none = Rien de tel ne s’est produit.
audit-colon = {" "}:
audit-position = événement { $position } de la chaîne
audit-changes = Détails
audit-field = Quoi
audit-before = Avant
audit-after = Après
audit-hidden = (masqué)
audit-yes = oui
audit-no = non
audit-file = Télécharger en CSV
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
fact-against = Contre
fact-for = Pour
fact-from = À partir du
fact-member-id = Numéro de membre dans ce programme
fact-name-en = Nom en anglais
fact-name-fr = Nom en français
fact-number = Numéro
fact-outcome = Résultat
fact-preset = Règles de
fact-quorum-needed = Quorum
fact-quorum-percent = Quorum, en pour cent
fact-roll = Sur la liste
fact-role = Rôle
fact-status = Statut
fact-way = Façon d’entrer

event-coop-founded = a créé la coop
event-coop-changed = a modifié les réglages de la coop
event-rules-changed = a modifié les règles
event-activity-exported = a emporté le journal dans un fichier
fact-until = Jusqu’au
audit-about-incident = Incidents de confidentialité
