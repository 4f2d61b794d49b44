//! The program: reads its arguments and runs one of the commands.

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    cooperator::commands::arguments().map_or_else(|code| code, cooperator::commands::run)
}
