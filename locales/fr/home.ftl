home-title = Accueil
help-call = Vous pouvez toujours parler à quelqu’un : { $name }.
help-sign-in-title = Se connecter
help-sign-in = Utilisez votre courriel et votre mot de passe, ou demandez un lien par courriel à la page de connexion. Un lien sert une seule fois.
help-votes-title = Voter
help-votes = Dans un vote ouvert, vous pouvez changer d’avis jusqu’à la fermeture. La page du résultat montre le calcul.
help-privacy-title = Qui voit quoi
help-privacy = Vos voisins voient votre nom, votre logement et vos comités. Ils voient votre téléphone et votre courriel seulement si vous les partagez. Votre bilan est pour vous et pour les personnes qui tiennent le registre.
