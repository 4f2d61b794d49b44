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
hint-title-en = La question et le résultat paraissent aussi sur les pages publiques. La proposition elle-même est pour les membres.

# activity log
field-audit-who = Qui
field-audit-kind = A fait quoi
field-audit-about = Au sujet de
field-audit-from = Du
field-audit-to = Au
