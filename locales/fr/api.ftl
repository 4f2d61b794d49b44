docs-no-script = Cette page a besoin de JavaScript. Vous pouvez aussi télécharger la même description en fichier :
wrong-unknown = Ce nom est inconnu ici. Vérifiez l’orthographe.
wrong-number-once = Donnez un seul nombre entier.
wrong-text = Donnez un texte, entre guillemets.
wrong-whole-number = Donnez un nombre entier, sans guillemets.
wrong-member-or-unit = Confiez la tâche à un membre ou à un logement, pas aux deux.
wrong-idempotency-key = Envoyez une seule clé, de 1 à 200 caractères imprimables.
wrong-idempotency-other = Cette clé a déjà servi à une autre requête. Utilisez-en une nouvelle.
