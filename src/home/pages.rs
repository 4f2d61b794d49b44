//! Home, the menu, help.

use askama::Template;

use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::Visit;

#[derive(Template)]
#[template(path = "home/index.html")]
struct HomePage {
    page: Page,
}

pub async fn index(visit: Visit) -> Answer {
    page::ok(&visit, &HomePage { page: Page::new(&visit, "home", "home-title") })
}

#[derive(Template)]
#[template(path = "home/menu.html")]
struct MenuPage {
    page: Page,
}

pub async fn menu(visit: Visit) -> Answer {
    page::ok(&visit, &MenuPage { page: Page::new(&visit, "menu", "nav-menu") })
}

#[derive(Template)]
#[template(path = "home/help.html")]
struct HelpPage {
    page: Page,
}

pub async fn help(visit: Visit) -> Answer {
    page::ok(&visit, &HelpPage { page: Page::new(&visit, "", "nav-help") })
}
