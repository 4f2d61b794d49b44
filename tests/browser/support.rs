//! A server of our own, a browser on it, and the few words a journey is told in.

use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use base64::Engine as _;
use thirtyfour::error::WebDriverErrorInner;
use thirtyfour::prelude::*;

pub const PATIENCE: Duration = Duration::from_secs(15);

pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port").port()
}

pub fn data_file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("testdata").join(name)
}

/// Beside the folder, which is the program's own.
fn log_of(data: &std::path::Path) -> PathBuf {
    data.with_extension("log")
}

/// The program under test, with a private database in a folder that goes away with it.
pub struct Server {
    child: Child,
    pub origin: String,
    pub set_up: Option<String>,
    pub data: PathBuf,
}

impl Server {
    /// Starts `cooperator serve` or `cooperator demo` and waits until it says where it is.
    pub fn start(command: &str) -> Self {
        let port = free_port();
        let data = std::env::temp_dir().join(format!("cooperator-browser-{port}"));
        let mut child = Self::program(&data)
            .args([command, "--listen", &format!("127.0.0.1:{port}")])
            .stdout(Stdio::piped())
            .stderr(std::fs::File::create(log_of(&data)).expect("a log"))
            .spawn()
            .expect("the program starts");
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let first = lines.next().expect("it says where it is").expect("a line");
        let origin = first.split_whitespace().last().expect("an address").to_owned();
        let mut set_up = None;
        if command == "serve" {
            let second = lines.next().expect("it says how to set up").expect("a line");
            set_up = second.split_whitespace().last().map(str::to_owned);
        }
        std::thread::spawn(move || for _ in lines {});
        Self { child, origin, set_up, data }
    }

    fn program(data: &std::path::Path) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cooperator"));
        command.arg("--data").arg(data).env_remove("DATABASE_URL").env("COOPERATOR_LOG", "warn");
        command
    }

    /// What the server complained of about session cookies: the visitors of a test bring none but this server's own.
    pub fn foreign_cookies(&self) -> Vec<String> {
        let log = std::fs::read_to_string(log_of(&self.data)).unwrap_or_default();
        log.lines().filter(|line| line.contains("session cookie")).map(str::to_owned).collect()
    }

    /// Runs a subcommand on the same data, while the server runs.
    pub fn run(&self, args: &[&str]) -> std::process::Output {
        Self::program(&self.data).args(args).output().expect("the program runs")
    }
}

impl Server {
    /// The link in the newest mail to somebody, as soon as it is there.
    pub async fn mailed_link(&self, name: &str) -> String {
        let start = Instant::now();
        loop {
            for path in
                std::fs::read_dir(self.data.join("mail")).into_iter().flatten().flatten().map(|entry| entry.path())
            {
                let mail = std::fs::read_to_string(path).unwrap_or_default().replace("=\r\n", "").replace("=3D", "=");
                if mail.contains(&format!("To: \"{name}\""))
                    || mail.contains(&format!("Hello {name}"))
                    || mail.contains(&format!("Bonjour {name}"))
                {
                    // To its end: the mail may be under the pen still.
                    let link =
                        mail.split_once("/sign-in/link/").and_then(|(_, rest)| rest.split_once(char::is_whitespace));
                    if let Some((token, _)) = link {
                        return format!("/sign-in/link/{token}");
                    }
                }
            }
            assert!(start.elapsed() < PATIENCE, "no mail to {name} in {}", self.data.display());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

impl Server {
    /// The address that begins like this in any mail, as soon as there is one.
    pub async fn mailed(&self, beginning: &str) -> String {
        let start = Instant::now();
        loop {
            for mail in std::fs::read_dir(self.data.join("mail")).into_iter().flatten().flatten() {
                let text =
                    std::fs::read_to_string(mail.path()).unwrap_or_default().replace("=\r\n", "").replace("=3D", "=");
                if let Some((_, rest)) = text.split_once(beginning) {
                    let own = |c: char| c.is_ascii_alphanumeric() || "._-?=%".contains(c);
                    return format!("{beginning}{}", rest.split(|c| !own(c)).next().unwrap_or_default());
                }
            }
            assert!(start.elapsed() < PATIENCE, "no mail with {beginning} in {}", self.data.display());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.data);
        // Shown when the test fails.
        eprint!("{}", std::fs::read_to_string(log_of(&self.data)).unwrap_or_default());
        let _ = std::fs::remove_file(log_of(&self.data));
    }
}

/// A ChromeDriver of one's own, so that it ends with its browser.
struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    fn start() -> Self {
        let port = free_port();
        let child = Command::new("chromedriver")
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver is installed (bin/test does it)");
        let start = Instant::now();
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(start.elapsed() < PATIENCE, "chromedriver does not answer");
            std::thread::yield_now();
        }
        Self { child, port }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        let _ = self.child.wait();
    }
}

/// Tests share the machine, but the one that promises something within half a second has it to itself.
pub static MACHINE: tokio::sync::RwLock<()> = tokio::sync::RwLock::const_new(());

/// What kind of browser somebody has.
#[derive(Clone, Copy)]
pub struct Device {
    pub script: bool,
    pub width: u32,
    pub language: &'static str,
}

pub const DESK: Device = Device { script: true, width: 1280, language: "en-CA" };

/// A browser, and the address of the server it visits.
pub struct Browser {
    /// Ends first: a driver that is gone is not asked to close its windows one by one, for minutes, after a panic.
    _process: Driver,
    pub driver: WebDriver,
    origin: String,
    pub device: Device,
    effort: Effort,
}

/// What somebody did with their hands, for an estimate of how long it takes.
#[derive(Default)]
struct Effort {
    keys: AtomicU64,
    presses: AtomicU64,
}

impl Effort {
    fn typed(&self, text: &str) {
        self.keys.fetch_add(text.chars().count() as u64, Ordering::Relaxed);
    }

    fn pressed(&self) {
        self.presses.fetch_add(1, Ordering::Relaxed);
    }
}

impl Browser {
    pub async fn open(server: &Server, device: Device) -> Self {
        let mut wishes = DesiredCapabilities::chrome();
        for arg in [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--force-prefers-reduced-motion",
            &format!("--window-size={},900", device.width.max(500)),
            &format!("--lang={}", device.language),
        ] {
            wishes.add_arg(arg).expect("an argument");
        }
        let mut prefs = serde_json::json!({ "intl.accept_languages": device.language });
        if !device.script {
            prefs["profile.managed_default_content_settings.javascript"] = 2.into();
        }
        wishes.add_experimental_option("prefs", prefs).expect("preferences");
        if device.width < 500 {
            // A tap is made with script; where there is none, a click has to do.
            let metrics =
                serde_json::json!({ "width": device.width, "height": 844, "pixelRatio": 1.0, "touch": device.script });
            let phone = serde_json::json!({ "deviceMetrics": metrics });
            wishes.add_experimental_option("mobileEmulation", phone).expect("a phone");
        }
        let process = Driver::start();
        let driver = WebDriver::new(format!("http://127.0.0.1:{}", process.port), wishes).await.expect("a browser");
        Self { driver, origin: server.origin.clone(), device, effort: Effort::default(), _process: process }
    }

    /// How long that takes, in seconds, by the keystroke-level model (Card, Moran and Newell, 1980): 0.28 s a key for who types
    /// neither fast nor slowly; to think (1.35 s), point (1.1 s) and press (0.2 s) for each field and button; and ten seconds to read
    /// what each press leads to, which the model leaves out.
    pub fn seconds_of_work(&self) -> u64 {
        let (keys, presses) = (self.effort.keys.load(Ordering::Relaxed), self.effort.presses.load(Ordering::Relaxed));
        (keys * 28 + presses * (135 + 110 + 20 + 1_000)) / 100
    }

    pub async fn go(&self, path: &str) {
        let address = if path.starts_with("http") { path.to_owned() } else { format!("{}{path}", self.origin) };
        self.driver.goto(address).await.expect("the page opens");
    }

    /// The address without the origin.
    pub async fn path(&self) -> String {
        let url = self.driver.current_url().await.expect("an address");
        url.as_str().strip_prefix(&self.origin).unwrap_or(url.as_str()).to_owned()
    }

    pub async fn find(&self, css: &str) -> WebElement {
        let query = self.driver.query(By::Css(css.to_owned())).wait(PATIENCE, Duration::from_millis(20));
        match query.first().await {
            Ok(element) => element,
            Err(_) => panic!("no {css} on {}:\n{}", self.path().await, self.text().await),
        }
    }

    pub async fn fill(&self, name: &str, value: &str) {
        let field = self.find(&format!("main [name=\"{name}\"]")).await;
        field.clear().await.expect("an empty field");
        field.send_keys(value).await.expect("typing");
        self.effort.pressed();
        self.effort.typed(value);
    }

    /// Dates and times are set as the browser's own picker would.
    pub async fn set(&self, name: &str, value: &str) {
        let script = "arguments[0].value = arguments[1];";
        let field = self.find(&format!("main [name=\"{name}\"]")).await;
        let args = vec![field.to_json().expect("an element"), value.into()];
        self.driver.execute(script, args).await.expect("a value is set");
    }

    pub async fn choose(&self, name: &str, value: &str) {
        self.press(&format!(
            "main [name=\"{name}\"][value=\"{value}\"], main select[name=\"{name}\"] option[value=\"{value}\"]"
        ))
        .await;
    }

    pub async fn press(&self, css: &str) {
        self.effort.pressed();
        for left in [true, false] {
            let element = self.find(css).await;
            let _ = element.scroll_into_view().await;
            match element.click().await {
                Ok(()) => return,
                // The page changed under the finger: what was found was the last page's, and nothing was pressed.
                Err(error) if left && matches!(error.as_inner(), WebDriverErrorInner::StaleElementReference(_)) => {}
                Err(error) => panic!("cannot press {css}: {error}"),
            }
        }
    }

    /// Goes from field to field with the tab key until it is there.
    pub async fn tab_to(&self, css: &str) -> WebElement {
        let is_it = "return document.activeElement.matches(arguments[0]);";
        for _ in 0..120 {
            self.driver.active_element().await.expect("a focus").send_keys(Key::Tab + "").await.expect("a key");
            let there = self.driver.execute(is_it, vec![format!("main {css}").into()]).await.expect("an answer");
            if there.convert().expect("yes or no") {
                return self.driver.active_element().await.expect("a focus");
            }
        }
        panic!("{css} is not reached by the keyboard on {}:\n{}", self.path().await, self.text().await);
    }

    /// Presses the label that says this.
    pub async fn tick(&self, name: &str, words: &str) {
        self.effort.pressed();
        let path = format!("//main//label[input[@name=\"{name}\"]][contains(normalize-space(.), \"{words}\")]");
        let found = self.driver.query(By::XPath(path)).wait(PATIENCE, Duration::from_millis(20)).first().await;
        let label = found.unwrap_or_else(|_| panic!("{name} does not offer {words:?}"));
        let _ = label.scroll_into_view().await;
        label.click().await.unwrap_or_else(|error| panic!("cannot press {words:?}: {error}"));
    }

    /// The page as it is printed, on letter paper: its bytes.
    pub async fn printed(&self) -> Vec<u8> {
        let asked = serde_json::json!({ "paperWidth": 8.5, "paperHeight": 11, "preferCSSPageSize": true });
        let answer = self.driver.cdp().send_raw("Page.printToPDF", asked).await.expect("a printed page");
        base64::engine::general_purpose::STANDARD.decode(answer["data"].as_str().expect("data")).expect("base64")
    }

    /// Chooses the option of a list that says this, or types it where there are too many for a list.
    pub async fn choose_words(&self, name: &str, words: &str) {
        let typed = format!("{name}_said");
        if self.driver.find(By::Css(format!("main [name='{typed}']"))).await.is_ok() {
            return self.fill(&typed, words).await;
        }
        let path = format!("//main//select[@name=\"{name}\"]//option[normalize-space(.)=\"{words}\"]");
        let option = self.driver.query(By::XPath(path)).wait(PATIENCE, Duration::from_millis(20)).first().await;
        option
            .unwrap_or_else(|_| panic!("{name} does not offer {words:?}"))
            .click()
            .await
            .expect("an option is chosen");
    }

    /// The calendar day of the co-op.
    pub async fn today(&self) -> String {
        self.day(0).await
    }

    /// The calendar day so many days from today, where the co-op of the demo is.
    pub async fn day(&self, days: i64) -> String {
        let script = "const d = new Date(new Date().toLocaleDateString('sv-SE', { timeZone: 'America/Toronto' })); \
            d.setUTCDate(d.getUTCDate() + arguments[0]); return d.toISOString().slice(0, 10);";
        self.driver.execute(script, vec![days.into()]).await.expect("a date").convert().expect("text")
    }

    /// What the API answers to a program that shows this key.
    pub fn ask_as_machine(&self, path: &str, key: &str) -> String {
        let request = ureq::get(format!("{}{path}", self.origin)).header("authorization", format!("Bearer {key}"));
        request.call().expect("an answer").body_mut().read_to_string().expect("text")
    }

    /// What an address of ours gives, fetched with this browser's cookies.
    pub async fn download(&self, path: &str) -> String {
        String::from_utf8(self.taken(path).await).expect("text")
    }

    /// A file of any kind.
    pub async fn taken(&self, path: &str) -> Vec<u8> {
        let cookies = self.driver.get_all_cookies().await.expect("cookies");
        let header: Vec<String> = cookies.iter().map(|cookie| format!("{}={}", cookie.name, cookie.value)).collect();
        let request = ureq::get(format!("{}{path}", self.origin)).header("cookie", header.join("; "));
        request.call().expect("a file").body_mut().read_to_vec().expect("bytes")
    }

    /// From now on notes when a part of the page first says this, by this machine's clock and without asking the page meanwhile.
    pub async fn note_when_said(&self, css: &str, words: &str) {
        let script = "const [css, words] = arguments; window.saidAt = 0; window.watching?.disconnect(); const look = () => { \
            const part = document.querySelector(css); \
            if (!window.saidAt && part && part.textContent.replace(/\\s+/g, ' ').includes(words)) window.saidAt = Date.now(); }; \
            window.watching = new MutationObserver(look); window.watching.observe(document.body, { subtree: true, childList: true, characterData: true }); look();";
        self.driver.execute(script, vec![css.into(), words.into()]).await.expect("the page is watched");
    }

    /// When that was, in milliseconds since 1970.
    pub async fn said_at(&self) -> i64 {
        self.noted("return window.saidAt;").await
    }

    /// Notes when a form of the page is sent.
    pub async fn note_when_sent(&self, form: &str) {
        let script = "document.querySelector(arguments[0]).addEventListener('submit', \
            () => sessionStorage.setItem('sentAt', Date.now()));";
        self.driver.execute(script, vec![form.into()]).await.expect("the form is watched");
    }

    pub async fn sent_at(&self) -> i64 {
        self.noted("return Number(sessionStorage.getItem('sentAt'));").await
    }

    /// A number above nought that the page comes to hold.
    pub async fn noted(&self, script: &str) -> i64 {
        let start = Instant::now();
        loop {
            let told = self.driver.execute(script, vec![]).await.ok().and_then(|value| value.convert::<i64>().ok());
            match told {
                Some(at) if at > 0 => return at,
                _ if start.elapsed() < PATIENCE => {}
                _ => panic!("it never came: {script} on {}:\n{}", self.path().await, self.text().await),
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Presses the button, link or summary that says this.
    pub async fn press_words(&self, words: &str) {
        self.effort.pressed();
        let says = format!("[contains(normalize-space(.), \"{words}\")]");
        let path = format!(
            "(//main//button{says} | //main//summary{says} | //main//a{says} | //header//a{says} | //nav//a{says})[1]"
        );
        let query = self.driver.query(By::XPath(path)).wait(PATIENCE, Duration::from_millis(20));
        match query.first().await {
            Ok(element) => {
                let _ = element.scroll_into_view().await;
                element.click().await.unwrap_or_else(|error| panic!("cannot press {words:?}: {error}"));
            }
            Err(_) => panic!("nothing says {words:?} on {}:\n{}", self.path().await, self.text().await),
        }
    }

    /// The words of the page, as they are read.
    pub async fn text(&self) -> String {
        self.text_in("body").await
    }

    /// The words of a part of the page, spaces and line ends made one kind.
    async fn text_in(&self, css: &str) -> String {
        let text = match self.driver.find(By::Css(css.to_owned())).await {
            Ok(part) => part.text().await.unwrap_or_default(),
            Err(_) => String::new(),
        };
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Waits until the page says this.
    pub async fn sees(&self, words: &str) {
        let start = Instant::now();
        loop {
            let text = self.text().await;
            if text.contains(words) {
                return;
            }
            assert!(start.elapsed() < PATIENCE, "{words:?} is not on {}:\n{text}", self.path().await);
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    pub async fn does_not_see(&self, words: &str) {
        let text = self.text().await;
        assert!(!text.contains(words), "{words:?} must not be on {}:\n{text}", self.path().await);
    }

    /// One of the demo's people, in English.
    pub async fn of_demo(server: &Server, device: Device, email: &str) -> Self {
        let person = Self::open(server, device).await;
        person.go("/sign-in").await;
        person.press(&format!("main form[action='/demo/sign-in']:has(input[value='{email}']) button")).await;
        person.find(".home").await;
        person.go("/?lang=en").await;
        person
    }

    /// Sends a form by hand, with the cookies of this browser and the token of a page, as nobody's page offers it. The status, and where
    /// it leads.
    pub async fn sends(&self, page: &str, path: &str, fields: &[(&str, &str)]) -> (u16, String) {
        let cookies = self.driver.get_all_cookies().await.expect("cookies");
        let header: Vec<String> = cookies.iter().map(|cookie| format!("{}={}", cookie.name, cookie.value)).collect();
        let page = self.download(page).await;
        let token = page.split("name=\"form_token\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        let token = token.expect("a form on the page");
        let request = ureq::post(format!("{}{path}", self.origin))
            .header("cookie", header.join("; "))
            .header("sec-fetch-site", "same-origin")
            .config()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .build();
        let fields = fields.iter().copied().chain([("form_token", token)]);
        let answer = request.send_form(fields).expect("an answer");
        let leads_to = answer.headers().get("location").and_then(|to| to.to_str().ok()).unwrap_or_default().to_owned();
        (answer.status().as_u16(), leads_to)
    }

    pub async fn sign_in(&self, email: &str, password: &str) {
        self.go("/sign-in").await;
        self.fill("email", email).await;
        self.fill("password", password).await;
        self.press("main form[action='/sign-in'] button").await;
    }

    pub async fn close(self) {
        let _ = self.driver.clone().quit().await;
    }
}
