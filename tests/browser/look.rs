//! What is looked at on a page: axe at both widths and in the dark, the width of a small phone, the print, and what axe does not
//! know about forms. One load of a page serves all of it.

use std::collections::BTreeSet;
use std::time::Instant;

use serde_json::json;

use crate::support::{Browser, DESK, PATIENCE, Server};

/// In a function of its own, so that a page which nobody looks at does not run it.
const AXE: &str = concat!("window.bringAxe = () => {", include_str!("vendor/axe.min.js"), "\n};");

const RUN_AXE: &str = "const done = arguments[arguments.length - 1]; \
    if (!window.axe) window.bringAxe(); \
    document.querySelectorAll('details').forEach(part => part.open = true); \
    axe.run(document, { runOnly: arguments[0], resultTypes: ['violations'] }).then(r => done(r.violations.map(v => \
        v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target + ' ' + n.html.slice(0, 120)).join(' | '))));";

const RULES: &[&str] = &["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// The answer's status, the language and title of the page, links to fields that are not there, names given twice.
const PLAIN_FACTS: &str = "const ids = [...document.querySelectorAll('[id]')].map(part => part.id); \
    return [ \
        performance.getEntriesByType('navigation')[0].responseStatus, \
        document.documentElement.lang, \
        document.title, \
        [...document.querySelectorAll('.errors a')].map(a => a.getAttribute('href').slice(1)).filter(id => !ids.includes(id)), \
        ids.filter((id, at) => ids.indexOf(id) !== at), \
        document.querySelectorAll('.error, .errors').length ];";

/// What has no use on paper and is there all the same.
const ON_PAPER: &str = "return [...document.querySelectorAll('nav a, .tools a, button:not(.linked), .btn, .skip, .foot, a[download]')] \
    .filter(part => part.checkVisibility()).map(part => part.outerHTML.slice(0, 100)).slice(0, 3);";

const TOO_WIDE: &str = "return document.documentElement.scrollWidth - document.documentElement.clientWidth;";

impl Browser {
    async fn cdp(&self, method: &str, params: serde_json::Value) {
        self.driver.cdp().send_raw(method, params).await.unwrap_or_else(|error| panic!("{method}: {error}"));
    }

    /// Gives the page a screen of this width, that of a phone below 500 px.
    pub async fn screen(&self, width: u32) {
        let params = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500 });
        self.cdp("Emulation.setDeviceMetricsOverride", params).await;
    }

    pub async fn media(&self, media: &str, scheme: &str) {
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        self.cdp("Emulation.setEmulatedMedia", json!({ "media": media, "features": features })).await;
    }

    async fn ask<T: serde::de::DeserializeOwned>(&self, script: &str) -> T {
        self.driver.execute(script, vec![]).await.expect("a script runs").convert().expect("its answer")
    }

    async fn axe(&self, rules: &[&str]) -> Vec<String> {
        let found = self.driver.execute_async(RUN_AXE, vec![json!(rules)]).await.expect("axe runs");
        found.convert().expect("a list")
    }

    /// Everything that is wrong with the page as it stands, one line each. In the dark and on paper only when `once`: neither
    /// depends on the language.
    pub async fn look(&self, once: bool) -> Vec<String> {
        let mut found = Vec::new();
        let mut note =
            |at: &str, wrong: Vec<String>| found.extend(wrong.into_iter().map(|what| format!("{at}: {what}")));
        note("1280 px", self.axe(RULES).await);
        self.screen(390).await;
        note("390 px", self.axe(RULES).await);
        if once {
            self.media("", "dark").await;
            note("390 px, dark", self.axe(&["color-contrast"]).await);
            self.media("print", "light").await;
            note("print", self.ask(ON_PAPER).await);
            self.media("", "light").await;
        }
        self.screen(320).await;
        let wide: i64 = self.ask(TOO_WIDE).await;
        if wide > 0 {
            note("320 px", vec![format!("scrolls sideways by {wide} px")]);
        }
        self.screen(DESK.width).await;
        found
    }

    /// Does what leads to another page, and waits for that page.
    pub async fn leave(&self, script: &str, args: Vec<serde_json::Value>) {
        let before: f64 = self.ask("return performance.timeOrigin;").await;
        self.driver.execute(script, args).await.expect("a script runs");
        let start = Instant::now();
        let arrived = "return document.readyState === 'complete' ? performance.timeOrigin : 0;";
        loop {
            // While one page gives way to the next there is none to ask.
            let answer = self.driver.execute(arrived, vec![]).await.ok().and_then(|found| found.convert::<f64>().ok());
            if answer.is_some_and(|origin| origin > 0.0 && origin.to_bits() != before.to_bits()) {
                return;
            }
            assert!(start.elapsed() < PATIENCE, "no page came after {}", self.path().await);
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
    }
}

/// The answer by which a page is one of the kind that was meant.
pub const FINE: u16 = 200;
pub const REFUSED: u16 = 422;

/// Fills a form so that everything in it is wrong, and sends it past the browser's own checks.
const SPOIL: &str = "const form = document.querySelector(arguments[0]); \
    for (const part of form.elements) { \
        if (['hidden', 'file', 'submit', 'fieldset', 'checkbox'].includes(part.type)) continue; \
        if (part.type === 'radio') { part.value = 'nonsense'; part.checked = true; } \
        else if (part.tagName === 'SELECT') { if (part.options.length) { part.options[0].value = 'nonsense'; part.selectedIndex = 0; } } \
        else if (part.tagName === 'TEXTAREA') part.value = 'x'.repeat(9000); \
        else if (['text', 'search', 'password'].includes(part.type)) part.value = ''; \
        else { part.type = 'text'; part.value = 'nonsense'; } \
    } \
    form.submit();";

/// Sends fields with the form token of the page, as a form of the page would.
const POST: &str = "const form = document.createElement('form'); form.method = 'post'; form.action = arguments[0]; \
    const fields = [['form_token', document.querySelector('[name=form_token]').value], ...arguments[1]]; \
    for (const [name, value] of fields) { const input = document.createElement('input'); \
        input.type = 'hidden'; input.name = name; input.value = value; form.append(input); } \
    document.body.append(form); form.submit();";

/// A visitor who goes from page to page and writes down what is wrong and where they were.
pub struct Tour {
    pub browser: Browser,
    who: &'static str,
    pub language: &'static str,
    pub found: Vec<String>,
    /// Addresses of pages, and of forms that were refused.
    pub seen: BTreeSet<String>,
    pub refused: BTreeSet<String>,
}

impl Tour {
    pub async fn begin(server: &Server, who: &'static str) -> Self {
        let browser = Browser::open(server, DESK).await;
        browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": AXE })).await;
        browser.screen(DESK.width).await;
        let (found, seen, refused) = Default::default();
        Self { browser, who, language: "en", found, seen, refused }
    }

    /// Signs in by the demo's own buttons, as somebody else than before.
    pub async fn sign_in(&mut self, email: &'static str) {
        self.browser.driver.delete_all_cookies().await.expect("no cookies");
        self.browser.go("/sign-in").await;
        let form = format!("form[action='/demo/sign-in']:has(input[value='{email}'])");
        self.browser.leave("document.querySelector(arguments[0]).submit();", vec![json!(form)]).await;
        self.who = email;
    }

    /// Opens an address in the language of the tour, without looking.
    pub async fn open(&self, path: &str) {
        let mark = if path.contains('?') { '&' } else { '?' };
        self.browser.go(&format!("{path}{mark}lang={}", self.language)).await;
    }

    pub async fn pages(&mut self, paths: &[&str]) {
        for path in paths {
            self.page(path, FINE).await;
        }
    }

    pub async fn page(&mut self, path: &str, status: u16) {
        self.open(path).await;
        self.here(path, status).await;
        let arrived = self.browser.path().await;
        if !arrived.starts_with(path) {
            self.found.push(format!("{path} as {:?} leads to {arrived}", self.who));
        } else if status == FINE {
            self.seen.insert(path.split('?').next().unwrap_or(path).to_owned());
        }
    }

    /// Looks at the page that is there, whatever led to it.
    pub async fn here(&mut self, what: &str, wanted: u16) {
        let facts = self.browser.ask(PLAIN_FACTS).await;
        let (status, lang, title, astray, twice, errors): (u16, String, String, Vec<String>, Vec<String>, u32) = facts;
        let mut wrong = self.browser.look(self.language == "en").await;
        if status != wanted {
            wrong.push(format!("the answer is {status}, not {wanted}"));
        }
        if !lang.starts_with(self.language) && what != "/docs" {
            wrong.push(format!("the page is in {lang:?}"));
        }
        if title.is_empty() || title.contains('«') {
            wrong.push(format!("the title is {title:?}"));
        }
        if !astray.is_empty() || !twice.is_empty() {
            wrong.push(format!("errors lead nowhere: {astray:?}, names are given twice: {twice:?}"));
        }
        if wanted == REFUSED && errors == 0 {
            wrong.push("no error is shown".to_owned());
        }
        let (who, language) = (self.who, self.language);
        self.found.extend(wrong.into_iter().map(|wrong| format!("{what} as {who:?}, {language}, {wrong}")));
    }

    /// Sends the form of a page that leads to `action` with everything wrong in it, and looks at the answer.
    pub async fn spoil(&mut self, page: &str, action: &str) {
        self.open(page).await;
        self.spoil_here(action).await;
    }

    pub async fn spoil_here(&mut self, action: &str) {
        let form = format!("main form[method='post'][action='{action}']");
        self.browser.leave(SPOIL, vec![json!(form)]).await;
        self.here(&format!("POST {action}"), REFUSED).await;
        self.refused.insert(action.to_owned());
    }

    /// Sends fields to an address from a page that has forms.
    pub async fn post(&self, page: &str, action: &str, fields: &[(&str, &str)]) {
        self.open(page).await;
        self.browser.leave(POST, vec![json!(action), json!(fields)]).await;
    }

    /// Sends the form that is on the page as it was filled.
    pub async fn send(&self, form: &str) {
        self.browser.leave("document.querySelector(arguments[0]).submit();", vec![json!(form)]).await;
    }
}
