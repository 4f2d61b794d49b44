//! What cannot be: it is said beside the field, in the reader's language, and nothing changes.

use super::*;

#[actix_web::test]
async fn what_is_wrong_with_a_survey_is_said_beside_its_field() {
    let site = Site::new().await;
    let (admin, observer) = (site.as_admin().await, site.as_observer().await);
    let past = (site.today() - chrono::Days::new(1)).to_string();
    let far = (site.today() + chrono::Days::new(61)).to_string();
    for (fields, field, english, french) in [
        (vec![], "survey_title_en", "e-survey_ends_on", "e-survey_ends_on"),
        (
            vec![("survey_title_fr", "x"), ("survey_ends_on", past.as_str())],
            "survey_ends_on",
            "This day is past.",
            "Ce jour est passé.",
        ),
        (
            vec![("survey_title_fr", "x"), ("survey_ends_on", far.as_str())],
            "survey_ends_on",
            "60 days at most",
            "60 jours au plus",
        ),
    ] {
        admin.post("/surveys?lang=en", &fields).await.expect(422).shows(&format!("e-{field}")).shows(english);
        admin.post("/surveys?lang=fr", &fields).await.expect(422).shows(&format!("e-{field}")).shows(french);
    }
    observer.post("/surveys", &[]).await.expect(403);
    observer.post("/surveys/ready", &[]).await.expect(403);
    assert_eq!(count(&site, "surveys") + count(&site, "events where kind like 'survey.%'"), 0);
}

#[actix_web::test]
async fn what_is_wrong_with_a_question_is_said_beside_its_field() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let path = ready(&admin).await;
    let questions = format!("{path}/questions");
    admin.get(&format!("{questions}/new")).await.expect(200).shows("One of several answers");
    let text = ("survey_text_en", "Which?");
    for (fields, field, english, french) in [
        (vec![("survey_kind", "scale")], "survey_text_en", "e-survey_text_en", "e-survey_text_en"),
        (vec![("survey_kind", "dance"), text], "survey_kind", "e-survey_kind", "e-survey_kind"),
        (
            vec![("survey_kind", "choice"), text, ("survey_choices_en", "one")],
            "survey_choices_en",
            "at least two",
            "au moins deux",
        ),
        (
            vec![("survey_kind", "choices"), text, ("survey_choices_en", "a\nb"), ("survey_choices_fr", "a\nb\nc")],
            "survey_choices_fr",
            "as many answers",
            "autant de réponses",
        ),
        (
            vec![("survey_kind", "text"), text, ("survey_overall", "1")],
            "survey_overall",
            "can measure the goal",
            "peut mesurer l’objectif",
        ),
    ] {
        for (lang, words) in [("en", english), ("fr", french)] {
            let page = admin.post(&format!("{questions}?lang={lang}"), &fields).await.expect(422);
            page.shows(&format!("e-{field}")).shows(words);
        }
    }
    assert_eq!(count(&site, "survey_questions"), 6);
    let right = [("survey_kind", "choice"), text, ("survey_choices_en", " a  b \n\nc"), ("survey_overall", "")];
    admin.post(&format!("{questions}?lang=en"), &right).await.expect(303);
    assert_eq!(count(&site, "survey_questions where choices_fr = '{a b,c}' and text_fr = 'Which?'"), 1);
    // another one measures the goal; the first moves down; one goes
    let goal = [("survey_kind", "scale"), text, ("survey_overall", "1"), ("survey_required", "1")];
    admin.post(&format!("{questions}/2"), &goal).await.expect(303);
    assert_eq!(count(&site, "survey_questions where overall and number = 2"), 1);
    admin.get(&format!("{questions}/2/edit")).await.expect(200).shows("checked");
    admin.post(&format!("{questions}/2/move"), &[]).await.expect(303);
    assert_eq!(count(&site, "survey_questions where overall and number = 1 and text_en = 'Which?'"), 1);
    admin.post(&format!("{questions}/1/move"), &[]).await.expect(404);
    admin.post(&format!("{questions}/1/removal"), &[]).await.expect(303);
    assert_eq!(count(&site, "survey_questions where number <= 6"), 6);
    assert_eq!(count(&site, "survey_questions where overall"), 0);
    admin.post(&format!("{questions}/9/removal"), &[]).await.expect(404);
    admin.get(&format!("{questions}/9/edit")).await.expect(404);
    let words = [("survey_kind", "text"), text];
    for _ in 0..4 {
        admin.post(&questions, &words).await.expect(303);
    }
    admin.post(&questions, &words).await.expect(422).shows("e-survey_kind");
    admin.post(&format!("{path}/removal"), &[]).await.expect(303);
    assert_eq!(count(&site, "surveys") + count(&site, "survey_questions"), 0);
    admin.get(&path).await.expect(404);
}

#[actix_web::test]
async fn what_is_wrong_with_an_answer_is_said_and_nothing_is_sealed() {
    let site = Site::new().await;
    let (admin, observer) = (site.as_admin().await, site.as_observer().await);
    let all = residents(&site).await;
    let path = opened(&admin).await;
    let answers = format!("{path}/answers");
    let zoe = &all[0].0;
    for (fields, field, english, french) in [
        (vec![("q2", "4")], "q1", "Please answer this question.", "Répondez à cette question"),
        (vec![("q1", "6")], "q1", "e-q1", "e-q1"),
        (vec![("q1", "4"), ("q1", "5")], "q1", "e-q1", "e-q1"),
    ] {
        for (lang, words) in [("en", english), ("fr", french)] {
            let page = zoe.post(&format!("{answers}?lang={lang}"), &fields).await.expect(422);
            page.shows(&format!("e-{field}")).shows(words).shows("name=\"q2\"");
        }
    }
    let long = "x".repeat(501);
    zoe.post(&answers, &[("q1", "4"), ("q6", long.as_str())]).await.expect(422).shows("e-q6").shows(&long);
    observer.post(&answers, &[("q1", "4")]).await.expect(403);
    admin.post(&answers, &[("q1", "4")]).await.expect(403);
    zoe.post_raw(&answers, &[("q1", "4"), ("form_token", "old")]).await.expect(422).shows("checked");
    let (late, _) = resident(&site, "Late").await;
    late.post(&answers, &[("q1", "4")]).await.expect(403);
    assert_eq!(count(&site, "survey_contents where sealed = '{}' and people = '{}'"), 1);
}

/// Where a co-op writes one language, everybody reads it.
#[actix_web::test]
async fn a_survey_of_one_language_is_read_by_all() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let (zoe, _) = resident(&site, "Zoe").await;
    let last = site.today().to_string();
    let fields = [
        ("survey_title_fr", "La cour"),
        ("survey_intro_fr", "Dites-nous **tout**."),
        ("survey_ends_on", last.as_str()),
    ];
    let path = admin.post("/surveys", &fields).await.expect(303).location().to_owned();
    admin.post(&format!("{path}/opening"), &[]).await.expect(409);
    let question =
        [("survey_kind", "choices"), ("survey_text_fr", "Quoi planter?"), ("survey_choices_fr", "Lilas\nRosiers")];
    admin.post(&format!("{path}/questions"), &question).await.expect(303);
    admin.get(&format!("{path}/edit")).await.expect(200).shows("La cour");
    admin.post(&format!("{path}/opening"), &[]).await.expect(303);
    for lang in ["en", "fr"] {
        let page = zoe.get(&format!("{path}?lang={lang}")).await.expect(200).shows("<h1>La cour</h1>");
        let _ = page.shows("<strong>tout</strong>").shows("Quoi planter?").shows("Rosiers");
    }
    zoe.post(&format!("{path}/answers"), &[]).await.expect(422).shows("Please answer at least one question.");
    zoe.post(&format!("{path}/answers"), &[("q1", "2"), ("q1", "1")]).await.expect(303);
}
