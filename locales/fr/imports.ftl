imports-title = Importer vos membres
imports-step-upload = Votre fichier
imports-step-columns = Associer les colonnes
imports-step-preview = Voir chaque ligne
imports-step-done = Importer
imports-lede = Faites entrer une feuille de calcul de personnes, avec leurs logements et leurs comités.
imports-nothing-yet = Rien ne change avant la dernière étape, et personne ne reçoit de courriel. Vous voyez d’abord chaque ligne.
imports-upload-act = Lire le fichier
imports-template-title = Pas encore de feuille de calcul?
imports-template-help = Partez d’une feuille vide avec les bonnes colonnes. Seul un nom est nécessaire; le reste peut rester vide.
imports-template = Télécharger le modèle
imports-example = Une ligne, par exemple
imports-example-committees = Finances; Vie associative
imports-columns-title = Que contient chaque colonne?
imports-columns-lede = Nous avons deviné d’après les noms des colonnes de { $name }. Corrigez au besoin, et laissez de côté ce qui n’a pas sa place ici.
imports-rows =
    { $count ->
        [one] Une ligne de personnes
       *[other] { $count } lignes de personnes
    }
imports-column-theirs = Votre colonne
imports-column-samples = Par exemple
imports-column-ours = Ce que c’est
imports-column-unnamed = Sans nom
imports-columns-act = Voir chaque ligne
imports-other-file = Prendre un autre fichier
import-needs-name = Dites quelle colonne contient le nom.
import-column-twice = Deux colonnes sont prises pour la même chose. Laissez-en une de côté.
column-ignore = Laisser de côté
column-full-name = Nom complet

imports-preview-title = Voir chaque ligne
imports-preview-lede =
    { $count ->
        [one] { $name } a une ligne. Rien n’est encore enregistré.
       *[other] { $name } a { $count } lignes. Rien n’est encore enregistré.
    }
imports-group-problems =
    { $count ->
        [one] 1 avec un problème
       *[other] { $count } avec un problème
    }
imports-group-duplicates =
    { $count ->
        [one] 1 doublon possible
       *[other] { $count } doublons possibles
    }
imports-group-changed =
    { $count ->
        [one] 1 modification
       *[other] { $count } modifications
    }
imports-group-new =
    { $count ->
        [one] 1 nouvelle personne
       *[other] { $count } nouvelles personnes
    }
imports-group-same =
    { $count ->
        [one] 1 inchangée
       *[other] { $count } inchangées
    }
imports-group-title-problems = Lignes avec un problème
imports-group-title-duplicates = Doublons possibles
imports-group-title-changed = Ce qui change
imports-group-title-new = Nouvelles personnes
imports-group-title-same = Rien à faire
imports-problems-help = Ces lignes sont laissées de côté. Corrigez-les dans votre fichier et relisez-le, ou continuez sans elles.
imports-duplicates-help = Quelqu’un de ce nom figure déjà au registre. Les lignes sans réponse sont laissées de côté.
imports-row = Ligne
imports-row-named = Ligne { $line } : { $name }
imports-column = Colonne
imports-value = Valeur
imports-wrong = Ce qui ne va pas
imports-before = Maintenant
imports-after = D’après le fichier
imports-facts = Aussi dans la ligne
imports-empty = vide
imports-is-same = La même personne :
imports-is-other = Quelqu’un de nouveau
imports-answer-act = Garder mes réponses
imports-answered = Vos réponses sont gardées.
imports-act-help = Les logements et les comités qui n’existent pas encore sont ajoutés avec les personnes. Tout se fait ensemble, ou rien.
imports-act =
    { $left ->
        [0] { $count ->
            [one] Importer une personne
           *[other] Importer { $count } personnes
        }
       *[other] { $count ->
            [one] Importer une personne, en laisser { $left } de côté
           *[other] Importer { $count } personnes, en laisser { $left } de côté
        }
    }
imports-nothing-to-do = Il n’y a personne à importer de ce fichier.
import-register-changed = Le registre a changé depuis. Revenez, rechargez la page et regardez les lignes de nouveau. Rien n’a été importé.
imports-done-title = L’importation est faite
imports-done-lede = Personne n’a reçu de courriel. Votre fichier n’est pas conservé.
imports-added = Nouvelles personnes
imports-changed = Modifiées
imports-same = Comme avant
imports-left-out = Laissées de côté
imports-units-added = Logements ajoutés
imports-committees-added = Comités ajoutés
imports-see-members = Voir les membres
imports-next = Ensuite : donner accès aux personnes

sheet-too-large = Ce fichier dépasse 5 Mo. Retirez ce qui ne concerne pas les personnes, ou coupez-le en deux fichiers.
sheet-too-long = Ce fichier a plus de 10 000 lignes (ligne { $limit }). Coupez-le en deux fichiers.
sheet-too-wide = La ligne { $limit } a plus de 100 colonnes. Retirez des colonnes.
sheet-not-csv = Ce n’est pas un fichier CSV. Dans votre tableur, choisissez Enregistrer sous, puis CSV.
sheet-not-text = La ligne { $limit } est illisible comme texte. Dans votre tableur, choisissez Enregistrer sous, puis CSV UTF-8.
sheet-cut-quotation = À la ligne { $limit }, un guillemet s’ouvre et ne se ferme jamais. Fermez-le ou retirez-le.
sheet-empty = Ce fichier n’a pas de lignes. Il en faut une avec les noms des colonnes, puis une par personne.

import-no-name = Il n’y a pas de nom.
import-no-name-fix = Écrivez un nom dans cette ligne.
import-no-person = Ce n’est pas le nom d’une personne.
import-no-person-fix = Écrivez un nom, ou retirez la ligne.
import-unreadable = Ceci est illisible comme texte.
import-unreadable-fix = Écrivez-le de nouveau.
import-too-long = C’est trop long.
import-too-long-fix = Raccourcissez.
import-email = Ce n’est pas une adresse de courriel.
import-email-fix = Écrivez-la comme nom@exemple.org, ou laissez vide.
import-phone = Ce n’est pas un numéro de téléphone.
import-phone-fix = Écrivez-le avec l’indicatif régional, comme 819 555-0142, ou laissez vide.
import-date = Cette date n’existe pas.
import-date-fix = Écrivez-la comme 2026-12-04.
import-date-unclear = Le jour et le mois pourraient être inversés.
import-date-unclear-fix = Écrivez-la comme 2026-12-04.
import-status = Nous ne connaissons pas ce statut.
import-status-fix = Écrivez Membre, Candidature, Auxiliaire, En congé, Suspendu ou Ancien.
import-language = Nous ne connaissons pas cette langue.
import-language-fix = Écrivez français ou anglais, ou laissez vide.
import-number-twice = La ligne { $other } porte aussi ce numéro.
import-number-twice-fix = Donnez un autre numéro à l’une des deux, ou retirez-en une.
import-person-twice = La ligne { $other } concerne la même personne.
import-person-twice-fix = Retirez une des deux lignes.
import-number-taken = Quelqu’un d’autre au registre porte ce numéro.
import-number-taken-fix = Donnez un autre numéro, ou laissez vide.
import-joined-late = Le registre a un statut qui a commencé avant cette date.
import-joined-late-fix = Donnez une date antérieure, ou laissez vide.

event-members-imported = a importé des membres
