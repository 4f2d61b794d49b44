# field-NOM est l’étiquette d’un champ, hint-NOM le texte en dessous, wrong-… ce qui ne va pas et comment le corriger.
field-email = Courriel
field-password = Mot de passe
field-new-password = Mot de passe
hint-new-password = Au moins 10 caractères. Trois ou quatre mots sans lien entre eux se retiennent bien et se devinent mal.
field-name-en = Nom de la coop en anglais
field-name-fr = Nom de la coop en français
field-default-language = Langue principale
field-preset = Province, pour les règles habituelles
hint-preset = Remplit le quorum, les majorités et les délais d’avis. Chacun se modifie plus tard; vérifiez-les dans vos règlements.
field-admin-name = Votre nom
field-admin-email = Votre courriel
field-contact-name = Nom
field-contact-phone = Téléphone
field-contact-email = Courriel
field-token = Code d’installation
hint-token = Il s’est affiché là où le serveur a été démarré.
field-time-zone = Fuseau horaire
field-public-pages = Ouvrir les pages publiques à tout le monde
hint-public-pages = Des chiffres et des décisions, jamais de noms.
field-phone = Téléphone
field-quorum-percent = Quorum : pourcentage de la liste électorale qui doit voter
hint-quorum-percent = 0 si les personnes qui votent suffisent.
field-majority-ordinary-num = Proposition ordinaire : plus de
field-majority-ordinary-den = sur
field-majority-special-num = Proposition spéciale : au moins
field-majority-special-den = sur
field-abstentions-count = Compter les abstentions dans le calcul de la majorité
field-notice-days-min = Avis d’assemblée générale : au moins (jours)
field-notice-days-max = au plus (jours)
field-auxiliary-months-max = Membres auxiliaires : au plus (mois)
field-board-size-min = Conseil : au moins (personnes)
field-board-size-max = au plus (personnes)
field-group-size-min-for-stats = Plus petit groupe dont un chiffre public peut parler (personnes)
field-reminder-days-before = Rappeler une tâche (jours avant)
field-year-starts-month = Premier mois de l’année de participation (1 à 12)

wrong-required = À remplir.
wrong-too-long = Raccourcissez à { $limit } caractères au plus.
wrong-unreadable = Certains caractères sont illisibles. Écrivez ceci de nouveau.
wrong-email = Entrez une adresse comme nom@exemple.org.
wrong-phone = Entrez un numéro avec l’indicatif régional, comme 819 555-0142.
wrong-date = Entrez une date qui existe, par exemple 2026-12-04.
wrong-date-time = Entrez un jour et une heure, par exemple 2026-12-04 20:00.
wrong-number = Entrez un nombre entier entre { $limit }.
wrong-choice = Choisissez une des options.
wrong-fraction = Le premier nombre ne peut pas dépasser le second.
wrong-order = Ce nombre ne peut pas être plus petit que le précédent.

# polls
field-title-en = Question en anglais
field-title-fr = Question en français
field-details-en = La proposition en anglais
field-details-fr = La proposition en français
field-majority = Ce qu’il faut pour l’adopter
field-opens-at = Ouverture
field-closes-at = Fermeture
field-choice = Votre vote
# tasks
field-task-title = Ce qu’il y a à faire
field-done-means = Ce que « fait » veut dire
hint-done-means = À quoi on voit que c’est terminé. Dites où se trouvent les choses et à qui s’adresser.
field-assignee = Qui s’en charge
field-due-on = Échéance
field-committee-id = Comité
field-credit-hours = Heures créditées
hint-credit-hours = Par exemple 1,5, 1h30 ou 90 min.
field-outcome = Ce qui en est ressorti
hint-outcome = Pour qui le cherchera plus tard : ce que vous avez trouvé, ce qu’il a fallu, ce qui reste.
# members
field-given-name = Prénom
field-family-name = Nom de famille
field-number = Numéro de membre
hint-number = Laissez vide pour le prochain numéro libre.
field-member-language = Langue des lettres et des courriels
field-joined-on = Membre depuis le
field-member-status = Statut
field-status-from = À partir du
hint-status-from = Un ancien membre quitte son logement et tous ses comités ce jour-là.
field-status-reason = Raison

# units
field-label = Numéro ou nom du logement
field-unit-kind = Genre
field-block = Immeuble ou bloc
field-floor = Étage
hint-floor = 0 est le rez-de-chaussée.
field-bedrooms = Chambres
field-area-m2 = Superficie (mètres carrés)
field-accessible = Accessible et utilisable en fauteuil roulant
field-occupant-id = Qui emménage
field-moved-in-on = À partir du
field-moved-out-on = Part le

# committees
field-committee-name-en = Nom en anglais
field-committee-name-fr = Nom en français

# imports
field-file = Votre feuille de calcul, en fichier CSV
hint-file = Au plus 5 Mo et 10 000 lignes. Dans un tableur : Enregistrer sous, puis CSV.
# accounts
field-name = Nom
field-role = Rôle
field-language = Langue
field-theme = Couleurs
field-text-size = Taille du texte
field-current-password = Mot de passe actuel
field-next-password = Nouveau mot de passe
hint-next-password = Au moins 10 caractères. Trois ou quatre mots sans lien entre eux se retiennent bien et se devinent mal.
field-expires-on = Accès jusqu’au
hint-expires-on = Le dernier jour. Laissé vide : un an pour l’observation, sans fin pour les personnes qui résident.
field-token-name = Nom de la clé
hint-token-name = Ce qui s’en servira, par exemple : chiffrier de la trésorerie.
field-scopes = Ce qu’elle permet
field-ends-on = Valable jusqu’au
hint-ends-on = Au plus un an à partir d’aujourd’hui.
field-columns = Colonnes
hint-title-en = La question et le résultat paraissent aussi sur les pages publiques. La proposition elle-même est pour les membres.

# activity log
field-audit-who = Qui
field-audit-kind = A fait quoi
field-audit-about = Au sujet de
field-audit-from = Du
field-audit-to = Au

# people
field-preferred-name = Nom usuel
hint-preferred-name = Remplace le prénom dans toutes les listes. Le registre garde le prénom.
field-pronoun = Pronom
field-pronoun-seen-by = Qui voit le pronom
field-phone-2 = Deuxième téléphone
field-phone-3 = Troisième téléphone
field-phone-4 = Quatrième téléphone
field-phone-label = Genre
hint-phone-label = Par exemple cellulaire ou travail.
field-phone-label-2 = Genre du deuxième
field-phone-label-3 = Genre du troisième
field-phone-label-4 = Genre du quatrième
field-more-phones = Autres téléphones
field-phone-seen-by = Qui voit les téléphones
hint-phone-seen-by = Les listes ne montrent que ce que tous les membres voient. Qui siège à un comité avec vous trouve le reste sur votre page.
field-email-seen-by = Qui voit le courriel
field-skills = Compétences
hint-skills = Ce que vous aimez ou savez faire pour la coop.
field-skills-seen-by = Qui voit les compétences
field-emergency-contact = Personne à joindre en cas d’urgence
hint-emergency-contact = Nom, téléphone et lien. Seules cette personne et celles qui tiennent le registre le voient, toujours.
field-notes = Notes du bureau
hint-notes = Seules les personnes qui tiennent le registre les voient.
field-status-until = Jusqu’au
hint-status-until = Le premier jour où c’est fini, pour une suspension ou un congé. Une suspension sans fin dure six mois, le maximum permis par la loi.
field-status-removed = Cette inscription est entièrement fausse : la retirer
field-in-arrears = Doit quelque chose à la coop
hint-in-arrears = Oui ou non, jamais combien. Seules la trésorerie et la personne concernée le voient.
field-treasurer = Trésorerie : note qui doit quelque chose, et est seule à le voir
field-auxiliary-may-vote = Les membres auxiliaires votent
field-suspended-may-vote = Les membres suspendus votent
field-arrears-bars-vote = Qui doit quelque chose ne vote pas
field-arrears-bars-office = Qui doit quelque chose ne peut pas se présenter au conseil
field-retention-months = Garder ce que l’on sait d’un ancien membre (mois)
field-share-kind = Mouvement
field-share-quantity = Nombre de parts
field-share-on = Le
field-share-certificate = Numéro de certificat
field-share-other = Qui les reçoit
hint-share-other = Pour un transfert.
field-erase-asked = Cette personne l’a demandé
field-erase-sure = Effacer cette personne pour de bon
