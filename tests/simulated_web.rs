//! The simulated web: every address has its page, which takes its time without the GIL.
#![cfg(not(any(target_arch = "wasm32", gil_loom)))]

use std::sync::Arc;
use std::time::Duration;

use gil_playground::code;
use gil_playground::lang::Source;
use gil_playground::sched::{Runtime, Script, execute};
use gil_playground::vm::{Given, Stream, tell_web};

/// What a script prints, and what it says on `stderr`.
fn run(text: &str) -> (String, String) {
    tell_web(Duration::from_millis(30), 100_000_000);
    let module = code::compile(Source::new(text)).expect("it can be compiled");
    let script = Script {
        given: Given::default(),
        module: Arc::new(module),
        runtime: Runtime::Gil,
        carriers: 4,
        virtual_threads: false,
        switch_interval: Duration::from_millis(5),
        time_limit: Duration::from_secs(30),
        trace: false,
    };
    let execution = execute(&script, &mut |_| {}).expect("it can be run");
    assert_eq!(execution.traceback, None);
    let of = |stream| {
        let pieces = execution.output.iter().filter(|piece| piece.stream == stream);
        pieces.map(|piece| piece.text.as_str()).collect::<String>()
    };
    (of(Stream::Stdout), of(Stream::Stderr))
}

#[test]
fn every_library_gets_the_same_page() {
    let (output, told) = run(r#"
import asyncio
import urllib.request

import aiohttp
import httpx
import requests

URL = "https://www.example.org/a/page"


async def by_aiohttp():
    async with aiohttp.ClientSession() as session:
        async with session.get(URL) as response:
            return await response.read()


async def by_httpx():
    async with httpx.AsyncClient() as client:
        return (await client.get(URL)).content


with urllib.request.urlopen(URL) as response:
    page = response.read()
others = [requests.get(URL).content, httpx.get(URL).content]
others += [asyncio.run(by_aiohttp()), asyncio.run(by_httpx())]
print(len(page) > 1000, [other == page for other in others])
"#);
    assert_eq!(output, "True [True, True, True, True]\n");
    assert_eq!(told.lines().count(), 1, "{told}");
    assert!(told.contains("simulated") && told.contains("30 ms"), "{told}");
}

#[test]
fn threads_wait_for_pages_at_the_same_time() {
    let (output, _) = run(r#"
import time
from concurrent.futures import ThreadPoolExecutor

import requests


def get(number):
    return len(requests.get(f"https://example.org/{number}").text)


start = time.perf_counter()
alone = [get(number) for number in range(8)]
middle = time.perf_counter()
with ThreadPoolExecutor(8) as pool:
    together = list(pool.map(get, range(8)))
end = time.perf_counter()
print(alone == together, len(set(alone)) > 4, (end - middle) * 2 < middle - start)
"#);
    assert_eq!(output, "True True True\n");
}

#[test]
fn faults_are_those_of_each_library() {
    let (output, _) = run(r#"
import asyncio
import urllib.error
import urllib.request

import aiohttp
import httpx
import requests


async def by_aiohttp(url, **options):
    async with aiohttp.ClientSession(**options) as session:
        async with session.get(url) as response:
            response.raise_for_status()


def status(url):
    httpx.get(url).raise_for_status()


LATE, WRONG, UNKNOWN = "https://a.org/", "https://httpbin.org/status/503", "https://a.invalid/"
for attempt in [
    lambda: urllib.request.urlopen(LATE, timeout=0.01),
    lambda: urllib.request.urlopen(WRONG),
    lambda: urllib.request.urlopen(UNKNOWN),
    lambda: requests.get(LATE, timeout=0.01),
    lambda: requests.get(WRONG).raise_for_status(),
    lambda: requests.get(UNKNOWN),
    lambda: httpx.get(LATE, timeout=0.01),
    lambda: status(WRONG),
    lambda: httpx.get(UNKNOWN),
    lambda: asyncio.run(by_aiohttp(LATE, timeout=aiohttp.ClientTimeout(total=0.01))),
    lambda: asyncio.run(by_aiohttp(WRONG)),
    lambda: asyncio.run(by_aiohttp(UNKNOWN)),
]:
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__)
"#);
    let expected = "TimeoutError HTTPError URLError ReadTimeout HTTPError ConnectionError ReadTimeout \
                    HTTPStatusError ConnectError TimeoutError ClientResponseError ClientConnectorError";
    assert_eq!(output.split_whitespace().collect::<Vec<_>>().join(" "), expected);
}
