#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| vinews_fuzz::expanded(data));
