sign-in-title = Se connecter
sign-in-act = Se connecter
sign-in-cannot = Je n’arrive pas à me connecter
sign-in-wrong = Ce courriel et ce mot de passe ne correspondent pas. Vérifiez les deux, ou demandez un lien par courriel ci-dessous.
sign-in-left = Votre adhésion a pris fin, et vous ne pouvez plus vous connecter. Le bureau peut vous dire ce qu’il garde à votre sujet.
sign-in-phone = Ou appelez { $name }, { $phone }.
password-show = Montrer le mot de passe
password-too-short = Utilisez au moins 10 caractères.
password-too-long = C’est trop long. Utilisez au plus 250 caractères.
password-common = Ce mot de passe est trop facile à deviner. Choisissez-en un autre.
link-help = Nous pouvons vous envoyer un lien qui vous connecte sans mot de passe.
link-act = Recevoir un lien par courriel
link-asked-title = Vérifiez vos courriels
link-asked-help = Si cette adresse a un compte ici, un lien est en route. Il fonctionne une seule fois, pendant { $minutes } minutes.
link-asked-back = Revenir à la connexion
link-title = Se connecter
link-button-help = Appuyez sur Continuer pour vous connecter.
link-of = Vous êtes { $name }? Appuyez sur Continuer pour vous connecter.
link-continue = Continuer
link-used = Ce lien a déjà servi, ou il est trop ancien. Demandez-en un nouveau ci-dessous.
demo-title = Visiter la démonstration
demo-help = Un bouton suffit pour se connecter. Ces personnes sont inventées.
demo-resident = résidente
demo-resident-other = autre résidente
demo-admin = coordonnatrice, veille à tout
demo-observer = vérificateur, lit et ne change rien
account-exists = Cette adresse a déjà un compte.

mail-hello = Bonjour { $name },
mail-link-subject = Votre lien pour vous connecter { AU($coop) }
mail-link-text = Quelqu’un, sans doute vous, a demandé un lien pour se connecter { AU($coop) }. Ouvrez-le et appuyez sur Continuer.
mail-link-open = Ouvrir la page de connexion
mail-link-expires = Le lien fonctionne une seule fois, pendant { $minutes } minutes. Si vous n’avez rien demandé, ne faites rien.
mail-invitation-subject = Vous pouvez maintenant vous connecter { AU($coop) }
mail-invitation-text = { $coop } vous ouvre ses pages : les tâches, les votes, et qui habite où. Ouvrez ce lien et appuyez sur Continuer.
mail-invitation-later = Le lien fonctionne une seule fois, pendant { $days } jours. Plus tard, demandez-en un nouveau sur la page de connexion :
mail-invitation-why = Vous recevez ce courriel parce { QUE(LE($coop)) } a donné accès à cette adresse.

role-resident = Résidente ou résident
role-help-resident = Voit les voisins, les tâches et les votes, et y prend part.
role-observer = Observation
role-help-observer = Lit tout ce que la coop montre à ses vérificateurs, et ne change rien. L’accès prend fin à une date fixée.
role-admin = Administration
role-help-admin = Peut faire ce que font les résidents, et tient aussi le registre, les votes, les réglages et la liste des accès.

account-title = Mon compte
account-lede = Personne d’autre que vous ne voit cette page.
account-until = jusqu’au { $day }
account-profile = Ma fiche
account-profile-help = Téléphone et courriel, et qui les voit
account-preferences = Réglages des avis
account-preferences-help = Ce qui arrive par courriel, et ce qui arrive dans votre boîte de réception
account-appearance = Langue et affichage
account-appearance-act = Enregistrer l’apparence
account-appearance-saved = C’est enregistré. Vos pages ont maintenant cette apparence.
theme-auto = Comme sur cet appareil
theme-light = Clair
theme-dark = Sombre
text-size-100 = Normale
text-size-115 = Plus grande
text-size-130 = La plus grande
devices-title = Vos appareils connectés
devices-lede = Si vous ne reconnaissez pas un appareil, déconnectez-le et changez de mot de passe.
device-this = cet appareil
device-unknown = appareil inconnu
device-now = utilisé en ce moment
device-times = Connexion : { $signed_in }; dernière visite : { $seen }
device-end = Déconnecter
devices-end = Déconnecter partout ailleurs
devices-end-help = Tous les autres appareils devront se reconnecter, et toutes les clés d’accès cessent de fonctionner.
account-session-ended = Cet appareil est déconnecté.
account-sessions-ended = Tous vos autres appareils sont déconnectés, et vos clés d’accès ne fonctionnent plus.
account-password = Changer mon mot de passe
account-password-first = Choisir un mot de passe
account-password-help = Tous les autres appareils sont déconnectés, et toutes les clés d’accès cessent de fonctionner. Un courriel vous le confirme.
account-password-act = Enregistrer le mot de passe
account-password-saved = Votre mot de passe est enregistré. Tous vos autres appareils sont déconnectés.
password-not-current = Ce n’est pas votre mot de passe actuel. Écrivez-le de nouveau, ou connectez-vous par un lien reçu par courriel.

tokens-title = Clés d’accès
tokens-lede = Pour les programmes qui lisent les données de la coop à votre place
tokens-help = Une clé permet à un programme, une feuille de calcul par exemple, de faire une partie de ce que vous pouvez faire, en votre nom.
tokens-docs = Comment les programmes s’en servent
tokens-none = Vous n’avez aucune clé.
tokens-caption = Vos clés
tokens-may = Ce qu’elle permet
tokens-made = Créée
tokens-used = Dernier usage
tokens-ended = expirée
tokens-revoke = Désactiver
tokens-new = Créer une clé
tokens-make = Créer la clé
token-scopes-none = Choisissez au moins une chose que la clé permet.
token-ends-on = Choisissez une date entre demain et dans un an.
token-too-many = Vous avez déjà 50 clés. Désactivez-en une d’abord.
token-revoked = La clé « { $name } » ne fonctionne plus.
token-made-title = Votre nouvelle clé
token-made-help = Voici la clé « { $name } ». Copiez-la maintenant : elle s’affiche une seule fois.
token-made-secret = Toute personne qui a cette clé peut s’en servir en votre nom. Ne l’envoyez pas par courriel.
token-made-use = Le programme l’envoie avec chaque requête :
token-made-before = La clé « { $name } » a déjà été créée et affichée une fois. Si vous ne l’avez pas copiée, désactivez-la et créez-en une autre.
token-made-back = Je l’ai copiée
copy = Copier
copied = Copié
scope-account-read = Lire qui vous êtes
scope-members-read = Lire les membres, comme vous les voyez
scope-units-read = Lire les logements et qui y habite
scope-meetings-read = Lire les réunions, les ordres du jour et les procès-verbaux publiés
scope-tasks-read = Lire les tâches
scope-tasks-write = Ajouter et changer des tâches
scope-polls-read = Lire les votes et leurs résultats
scope-polls-vote = Voter pour vous dans les votes ouverts

accounts-title = Accès
accounts-lede = Qui peut se connecter, et à quel titre. Seule l’administration voit cette page.
accounts-caption = Toutes les personnes qui peuvent se connecter, dans l’ordre des courriels
accounts-none = Il n’y a personne d’autre sur cette liste.
account-never = jamais
account-last-sign-in = Dernière connexion
account-state = Accès
account-state-open = ouvert
account-state-until = jusqu’au { $day }
account-state-ended = terminé le { $day }
account-state-left = terminé avec l’adhésion le { $day }
account-state-closed = fermé
account-new = Donner accès
account-new-title = Donner accès à quelqu’un
account-new-lede = Cette personne recevra par courriel un lien pour se connecter. Elle pourra choisir un mot de passe plus tard.
account-new-act = Donner accès et envoyer le courriel
account-new-member = Pour { $name }, membre inscrit au registre. Courriel : { $email }
account-new-register = Modifier le registre
account-no-address = Le registre n’a pas de courriel pour ce membre. Inscrivez-en un, ou imprimez une lettre.
account-invited = Un courriel avec un lien est en route vers { $name }.
account-of-member = Ce membre a déjà un compte.
account-admin-stays = L’accès d’administration n’a pas de fin. Laissez ceci vide, ou choisissez un autre rôle.
account-end-wrong = Choisissez une date entre aujourd’hui et dans cinq ans.
account-member = Au registre
account-member-page = Ouvrir sa page
account-is-yours = C’est votre propre compte. Si vous le fermez ou lui retirez l’administration, vous ne verrez plus cette page.
account-role-title = Rôle
account-role-help = Quand le rôle change, la personne doit se reconnecter et ses clés d’accès cessent de fonctionner.
account-role-act = Changer le rôle
account-role-saved = Rôle changé : { $name }.
account-invitation-title = Invitation
account-invitation-help = Envoie un nouveau lien à { $email }.
account-invitation-act = Renvoyer l’invitation
account-closing-title = Fermer le compte
account-closing-help = La personne est déconnectée aussitôt, partout, et ne peut plus se connecter. Rien de ce qu’elle a fait n’est perdu. Vous pouvez rouvrir le compte.
account-closing-act = Fermer le compte
account-closed = Compte fermé : { $name }.
account-reopening-title = Rouvrir le compte
account-reopening-help = La personne peut se connecter comme avant. Ses anciennes clés d’accès restent désactivées.
account-reopening-act = Rouvrir le compte
account-reopened = Compte rouvert : { $name }.
conflict-account-closed = Ce compte est fermé ou a pris fin. Rouvrez-le d’abord.

event-account-opened = a donné accès
event-account-invited = a renvoyé l’invitation
event-account-signed-in = a ouvert une session
event-account-session-ended = a déconnecté un appareil
event-account-sessions-ended = a tout déconnecté ailleurs
event-account-password-set = a défini un mot de passe
event-account-closed = a fermé le compte
event-account-reopened = a rouvert le compte
event-account-role-changed = a changé le rôle
event-token-made = a créé une clé d’accès
event-token-revoked = a désactivé une clé d’accès

mail-news-password-subject = Votre mot de passe pour { $coop } a été changé
mail-news-password = Le mot de passe de votre compte { AU($coop) } a été changé le { $moment } : tous les autres appareils ont été déconnectés.
mail-news-device-subject = Une connexion { AU($coop) } depuis un nouvel appareil
mail-news-device = Quelqu’un s’est connecté à votre compte { AU($coop) } le { $moment }, depuis un appareil que nous n’avions pas encore vu : { $device }.
mail-news-mine = Si c’est vous, vous n’avez rien à faire.
mail-news-not-mine = Si ce n’est pas vous, demandez un lien sur la page de connexion, puis choisissez un nouveau mot de passe dans « Mon compte » :
mail-news-call = Ou appelez { $name }, { $phone }.
mail-news-why = Vous recevez ce courriel parce qu’il concerne votre propre compte. Il ne peut pas être désactivé.

account-treasurer-title = Trésorerie
account-treasurer-act = Enregistrer
account-treasurer-saved = C’est enregistré. Trésorerie : { $name }.
account-observer-no-treasurer = Une personne qui observe ne fait que lire. Donnez d’abord un autre rôle au compte.
event-account-treasurer-changed = a changé qui tient la trésorerie

# invitations
invitations-title = Inviter les gens
invitations-lede = Nous envoyons un courriel avec un lien qui fonctionne une seule fois, pendant { $days } jours. Rien ne part avant que vous appuyiez sur le bouton.
invitations-seen = Seule l’administration voit cette page.
invitations-caption =
    { $count ->
        [one] { $count } personne
       *[other] { $count } personnes
    }
invitations-none = Personne dans ce groupe.
invitations-all-act =
    { $count ->
        [one] Inviter cette personne
       *[other] Inviter les { $count } personnes
    }
invitations-some-act = Inviter les personnes choisies
invitations-again-act = Envoyer de nouveau aux personnes choisies
invitations-asked = Invitations en route : { $name }. Elles partent d’ici quelques minutes.
invitations-preview = Le courriel, dans les deux langues
invitations-preview-help = Chaque personne le reçoit dans sa langue.
invitations-file = invitations
invitation-sample-name = (nom)
invitation-sample-link = (le lien)
invitation-column-number = Numéro
invitation-column-name = Nom
invitation-column-email = Courriel
invitation-column-state = État
invitation-column-when = Dernière invitation
invitation-when-mail = Par courriel le { $made }, valable jusqu’au { $until }
invitation-when-letter = Lettre imprimée le { $made }, valable jusqu’au { $until }
invitation-state-ready = Pas encore d’invitation
invitation-state-invited = Invitation envoyée
invitation-state-ran-out = Expirée
invitation-state-joined = Connexion faite
invitation-state-no-address = Sans adresse
invitation-state-shared = Adresse partagée
invitation-state-closed = Accès fermé
invitation-help-ready = Ces membres ont une adresse à eux et n’ont pas encore reçu d’invitation.
invitation-help-invited = Leur lien ou leur code fonctionne encore. Un nouvel envoi annule le lien précédent. On ne peut pas savoir ici si un courriel est revenu.
invitation-help-ran-out = Ces membres n’ont pas utilisé leur lien ou leur code à temps.
invitation-help-joined = Ces membres se sont déjà connectés : une autre invitation est inutile.
invitation-help-no-address = Le registre n’a pas leur courriel. Vous pouvez leur imprimer une lettre.
invitation-help-shared = Quelqu’un d’autre a le même courriel, et un lien pourrait faire entrer l’un à la place de l’autre. Vous pouvez leur imprimer une lettre.
invitation-help-closed = Leur compte est fermé ou a pris fin.
wrong-nobody-to-invite = Choisissez au moins une personne qui a un courriel.
field-invitee = Qui inviter

# letters on paper
letters-title = Lettres sur papier
letters-link = Imprimer des lettres
letters-lede = Pour les membres sans courriel à eux : une lettre avec un code qui fonctionne une seule fois, pendant { $days } jours.
letters-caption = Membres qui ne se sont pas encore connectés
letters-none = Tout le monde s’est déjà connecté.
letters-act = Préparer les lettres des personnes choisies
letters-printed-title = Lettres à imprimer
letters-printed-lede =
    { $count ->
        [one] Une lettre, sur sa propre page. Imprimez cette page.
       *[other] { $count } lettres, chacune sur sa propre page. Imprimez cette page.
    }
letters-printed-once = Les codes ne sont montrés qu’une fois. Si vous quittez cette page sans imprimer, préparez les lettres de nouveau : les codes précédents sont alors annulés.
letters-printed-before = Ces lettres ont déjà été préparées, et leurs codes montrés une fois. Préparez-les de nouveau si elles n’ont pas été imprimées.
wrong-nobody-to-print = Choisissez de 1 à 100 personnes.
letter-subject = Pour accéder aux pages de la coop
letter-text = Notre coop a ses propres pages : les tâches, les votes, et qui habite où. Cette lettre vous permet de vous connecter. Tout peut aussi se faire sans ces pages : adressez-vous au bureau.
letter-step-address = Sur un téléphone ou un ordinateur, ouvrez cette adresse :
letter-step-number = Écrivez votre numéro de membre :
letter-step-code = Écrivez ce code. Majuscules ou minuscules, peu importe :
letter-step-password = Choisissez un mot de passe à vous. Plus tard, vous vous connectez avec votre numéro de membre et ce mot de passe.
letter-until = Le code fonctionne une seule fois, jusqu’au { $until }.
letter-help = Pour de l’aide, appelez { $name }, { $phone }.

code-title = J’ai une lettre avec un code
code-link = J’ai une lettre avec un code
code-lede = Écrivez le numéro et le code de votre lettre, et choisissez un mot de passe.
code-act = Se connecter
code-wrong = Ce numéro et ce code ne correspondent pas, ou la lettre est trop ancienne ou a déjà servi. Demandez-en une autre au bureau.
field-letter-number = Votre numéro de membre
field-letter-code = Le code de la lettre
sign-in-who = Courriel ou numéro de membre
account-no-mail = sans courriel; connexion par le numéro de membre
conflict-account-no-mail = Ce compte n’a pas de courriel. Imprimez plutôt une lettre.
event-account-letter-printed = a imprimé une lettre avec un code

# acting for a member
acting-title = Agir pour quelqu’un
acting-for = Vous agissez pour { $name } jusqu’à { $until }
acting-stop = Arrêter
assistance-title = Agir pour un membre
assistance-act = Agir pour { $name }
assistance-lede = Seulement pendant { QUE($name) } est à côté de vous ou au téléphone. Cela s’arrête tout seul après { $minutes } minutes.
assistance-limits = Vous pouvez prendre des tâches, les marquer comme faites et entrer dans un comité. Vous ne pouvez pas voter, ni voir ou changer le compte, la boîte de réception ou les choix de partage. Tout est inscrit à votre nom, de la part du membre, qui peut le voir.
assistance-begun = Vous agissez maintenant pour { $name }.
assistance-ended = Vous agissez de nouveau en votre nom.
conflict-assistance = Vous pouvez seulement agir pour une autre personne qui fait partie de la coop.
field-assistance-reason = Pourquoi
hint-assistance-reason = Par exemple : sans appareil, demande faite au bureau. Ce motif figure au journal d’activité.
event-member-assistance-begun = a commencé à agir pour un membre
event-member-assistance-ended = a cessé d’agir pour un membre
fact-on-behalf-of = De la part de
fact-reason = Motif
event-accounts-exported = a téléchargé la liste des comptes
event-invitations-exported = a téléchargé la liste des invitations

# ---- l’adresse de connexion ----
address-title = Courriel de connexion
address-help = Les courriels de la coop y arrivent.
address-none = Vous n’avez pas de courriel de connexion : vous utilisez votre numéro de membre.
address-waiting = Nous attendons que vous confirmiez { $email } d’ici le { $until }. Ouvrez le courriel envoyé à cette adresse. D’ici là, rien ne change.
address-send-again = Renvoyer le courriel
address-cancel = Garder mon ancien courriel
address-change = Changer mon courriel
address-form-title = Changer mon courriel
address-form-lede = Nous envoyons un lien à la nouvelle adresse. Rien ne change avant que vous l’ouvriez et confirmiez, dans les { $hours } heures.
address-ask = Envoyer le lien
address-back = Retour
address-asked = Nous avons écrit à la nouvelle adresse. Ouvrez ce courriel pour confirmer.
address-sent-again = Nous avons écrit de nouveau à la nouvelle adresse. Les liens précédents ne fonctionnent plus.
address-cancelled = Votre courriel n’a pas changé.
address-confirmed = Votre nouveau courriel sert dès maintenant. Tous vos autres appareils sont déconnectés.
address-same = C’est déjà votre courriel.
address-link-title = Confirmer un nouveau courriel
address-link-help = Si vous confirmez, { $name } se connecte dès maintenant avec { $email }.
address-link-confirm = Confirmer
address-link-other = Session ouverte ici : { $name }. Rien ne change pour { $name }.
address-link-done = C’est fait. Connectez-vous désormais avec { $email }.
address-link-home = Aller à l’accueil
address-link-void = Ce lien ne fonctionne plus : il a servi, il a été remplacé ou annulé, ou il est trop ancien. « Ma fiche » montre le courriel que vous utilisez.
address-link-taken = Un autre compte se connecte maintenant avec ce courriel; rien n’a donc changé. Si les deux sont à vous, avertissez le bureau.
conflict-address-taken = Un autre compte se connecte maintenant avec ce courriel; rien n’a donc changé.
conflict-address-not-waiting = Il n’y a plus de nouveau courriel à confirmer.
mail-address-subject = Confirmez votre nouveau courriel pour { $coop }
mail-address-text = Quelqu’un, sans doute vous, veut utiliser cette adresse { AU($coop) }. Si c’est vous, ouvrez le lien et appuyez sur Confirmer.
mail-address-open = Ouvrir la page de confirmation
mail-address-expires = Le lien fonctionne une seule fois, pendant { $hours } heures. Si vous n’avez rien demandé, ne faites rien, et rien ne change.
mail-news-address-asked-subject = Un nouveau courriel est demandé dans votre compte { AU($coop) }
mail-news-address-asked = Le { $moment }, quelqu’un a demandé un autre courriel pour votre compte { AU($coop) }. Rien n’a encore changé : il faut d’abord confirmer depuis la nouvelle adresse.
mail-news-stop = Si ce n’est pas vous, avertissez le bureau, connectez-vous sur cette page, appuyez sur « Garder mon ancien courriel » et choisissez un nouveau mot de passe :
mail-news-address-changed-subject = Votre courriel pour { $coop } a été changé
mail-news-address-changed = Le courriel de votre compte { AU($coop) } a été changé le { $moment }. Vos autres appareils ont été déconnectés, et les anciens liens ne fonctionnent plus.
mail-news-office = Si vous ne vous y attendiez pas, avertissez le bureau. Vous vous connectez ici :
mail-news-address-taken-subject = Quelqu’un a voulu utiliser votre courriel { AU($coop) }
mail-news-address-taken = Le { $moment }, quelqu’un a voulu utiliser cette adresse pour un autre compte { AU($coop) }. C’est celle avec laquelle vous vous connectez; rien n’a donc changé.
mail-news-yours = Personne d’autre n’a reçu de lien. Vous vous connectez ici :
event-account-address-asked = a demandé un autre courriel
event-account-address-cancelled = a gardé son ancien courriel
event-account-address-changed = a changé le courriel de connexion
departure-keys =
    { $count ->
        [one] Une clé d’accès cesse de fonctionner.
       *[other] { $count } clés d’accès cessent de fonctionner.
    }
departure-keys-lost =
    { $count ->
        [one] une clé d’accès, qui a expiré.
       *[other] { $count } clés d’accès, qui ont expiré.
    }
departure-role =
    { $count ->
        [one] Un rôle particulier prend fin : administration ou trésorerie.
       *[other] Les rôles d’administration et de trésorerie prennent fin.
    }
departure-role-lost =
    { $count ->
        [one] un rôle, parce que le compte en a maintenant un autre.
       *[other] { $count } rôles, parce que le compte en a maintenant un autre.
    }
departure-access = Cette personne ne peut plus se connecter, et tous ses appareils sont déconnectés.
departure-access-lost = ses appareils, qui doivent se reconnecter.
departure-observer = L’accès d’observation, qui a sa propre date de fin.
departure-last-admin = C’est la seule personne qui administre. Donnez d’abord ce rôle à quelqu’un d’autre.
event-token-given-back = a retrouvé une clé d’accès
resumed-title = Session ouverte
resumed-help = Ce que vous avez écrit est toujours là. Rien n’a encore été envoyé.
resumed-act = Continuer avec ce que j’ai écrit
resumed-later = Après la connexion par le lien du courriel, revenez à cette page pour continuer :
attention-uninvited =
    { $count ->
        [one] Une personne ne peut pas encore se connecter
       *[other] { $count } personnes ne peuvent pas encore se connecter
    }
attention-uninvited-act = Les inviter
begin-access = Inviter les gens à se connecter
drafts-title = Ce que vous avez commencé à écrire
drafts-help = Les longs textes que vous avez tapés sans les envoyer
drafts-lede = Gardé pendant que vous écrivez, pour vous seulement, et supprimé quand vous l’envoyez ou après { $days } jours.
drafts-none = Rien n’attend d’être terminé.
draft-saved = Dernière frappe : { $when }
draft-offer = Vous avez commencé à écrire ici sans envoyer. Dernière frappe : { $when }.
draft-go-on = Continuer à écrire
draft-remove = Jeter
draft-removed = Le brouillon est jeté.
draft-kept = Ce que vous tapez ici est gardé comme brouillon.
everything-drafts = Ce que vous avez commencé à écrire
several-invite = Inviter les personnes cochées
several-invite-title = Inviter des personnes par courriel
several-invite-will =
    { $count ->
        [one] Une personne recevra une invitation
       *[other] { $count } personnes recevront une invitation
    }
several-invite-not = Aucune invitation ne part pour
several-invite-act =
    { $count ->
        [one] Envoyer l’invitation
       *[other] Envoyer { $count } invitations
    }
several-letters = Imprimer des lettres pour les personnes sans courriel à elles
several-not-invited = Invitation déjà envoyée, et son lien fonctionne encore
several-not-joined = S’est déjà connectée
several-not-no-address = Aucun courriel au registre
several-not-shared = Quelqu’un d’autre a le même courriel
several-not-closed = L’accès est fermé
several-not-ready = Aucun courriel ne peut l’atteindre
several-not-ran-out = Aucun courriel ne peut l’atteindre
several-not-outside = N’est pas dans la coop en ce moment
scope-chores-read = Lire les corvées et à qui le tour
scope-chores-write = Organiser les corvées, cocher des tours, demander des échanges
scope-hours-read = Lire vos heures, vos demandes et celles auxquelles vous répondez
scope-hours-write = Demander des heures, signaler une ligne fausse, répondre aux deux
