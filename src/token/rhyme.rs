//! Which packed letters are a Vietnamese syllable: an onset, a rhyme that it takes, and a tone
//! that the rhyme bears. The position of the tone mark is not judged here.

use super::letters::{CODE, code, pack};

/// Every onset; its place is its bit in the mask of a rhyme. The first is the empty one.
const ONSETS: &str = " b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q r s t th tr v x";
/// Every rhyme, in plain letters with their signs.
const RHYMES: &str = "a ai am an ang anh ac ach ap at ao au ay ăm ăn ăng ăc ăp ăt \
    âm ân âng âc âp ât âu ây e em en eng ec ep et eo ê êm ên ênh êch êp êt êu êng \
    i im in inh ich ip it iu ia iêm iên iêng iêc iêp iêt iêu \
    y yêm yên yêng yêt yêu o om on ong oc op ot oi oong ooc ô ôm ôn ông ôc ôp ôt ôi \
    ơ ơm ơn ơng ơp ơt ơi u um un ung uc up ut ui ua uôm uôn uông uôc uôt uôi \
    ư ưm ưn ưng ưc ưt ưi ưu ưa ươm ươn ương ươc ươp ươt ươi ươu \
    oa oai oam oan oang oanh oac oach oap oat oao oay oăm oăn oăng oăc oăt oăp oe oen oet oeo \
    uân uâng uât uây uê uên uênh uêch uêt uêu uơ uy uych uyn uynh uyt uyu uyp uya uyên uyêt";
/// Rhymes that stand only after `qu`, without its `u`.
const AFTER_QU: &str = "ynh ych yt yn yp yu";
/// Bit of a rhyme that ends in c, ch, p or t and bears only sắc and nặng.
const STOPPED: u64 = 1 << 63;
const SLOTS: usize = 512;

/// Rhyme (25 bits) → mask of onsets (28 bits above it), open addressing.
static TABLE: [u64; SLOTS] = table();
/// Onset (15 bits) → its number above it, open addressing.
static ONSET_TABLE: [u32; 128] = onset_table();

const A: u32 = code('a' as u32);
const C: u32 = code('c' as u32);
const E: u32 = code('e' as u32);
const CIRCUMFLEX_E: u32 = code('ê' as u32);
const H: u32 = code('h' as u32);
const I: u32 = code('i' as u32);
const O: u32 = code('o' as u32);
const CIRCUMFLEX_O: u32 = code('ô' as u32);
const P: u32 = code('p' as u32);
const T: u32 = code('t' as u32);
const U: u32 = code('u' as u32);
const HORN_U: u32 = code('ư' as u32);
const Y: u32 = code('y' as u32);

const KEY: u64 = 0x1ff_ffff;

/// Whether the packed letters `key`, of which the last `rhyme_letters` are the first vowel and what
/// follows, are a syllable under `tone`.
#[inline]
pub(super) fn is_syllable(key: u64, rhyme_letters: u32, tone: u32) -> bool {
    let width = 5 * rhyme_letters;
    let rhyme = key & ((1 << width) - 1);
    let Some(onset) = onset(key >> width) else { return false };
    if fits(onset, rhyme, tone) {
        return true;
    }
    // qu and gi end in a vowel letter, so their rhyme begins one letter later.
    let glide = (rhyme >> width.saturating_sub(5)) as u32;
    let rest = rhyme & ((1 << width.saturating_sub(5)) - 1);
    rest != 0
        && (onset == Q && glide == U || onset == G && glide == I)
        && fits(if onset == G { GI } else { Q }, rest, tone)
}

const Q: u32 = onset_number("q");
const G: u32 = onset_number("g");
const GI: u32 = onset_number("gi");

#[inline]
fn fits(onset: u32, rhyme: u64, tone: u32) -> bool {
    let mut slot = slot(rhyme);
    loop {
        let found = TABLE.get(slot).copied().unwrap_or(0);
        if found & KEY == rhyme {
            return rhyme != 0
                && found >> (25 + onset) & 1 == 1
                && (found & STOPPED == 0 || tone >= 4);
        }
        if found == 0 {
            return false;
        }
        slot = (slot + 1) % SLOTS;
    }
}

#[inline]
fn onset(key: u64) -> Option<u32> {
    if key == 0 {
        return Some(0);
    }
    let mut slot = onset_slot(key);
    loop {
        let found = ONSET_TABLE.get(slot).copied().unwrap_or(0);
        if u64::from(found & 0x7fff) == key {
            return Some(found >> 15);
        }
        if found == 0 {
            return None;
        }
        slot = (slot + 1) % 128;
    }
}

const fn slot(rhyme: u64) -> usize {
    (rhyme.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 55) as usize
}

const fn onset_slot(onset: u64) -> usize {
    (onset.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 57) as usize
}

/// Place of an onset in [`ONSETS`], for constants.
const fn onset_number(onset: &str) -> u32 {
    let (wanted, _) = pack(onset, 0);
    let (mut at, mut number) = (0, 0);
    while at <= ONSETS.len() {
        let (key, end) = pack(ONSETS, at);
        if key == wanted {
            return number;
        }
        at = end + 1;
        number += 1;
    }
    number
}

#[allow(clippy::indexing_slicing)] // runs while compiling
const fn onset_table() -> [u32; 128] {
    let mut table = [0; 128];
    let (mut at, mut number) = (0, 0);
    while at <= ONSETS.len() {
        let (key, end) = pack(ONSETS, at);
        if key != 0 {
            let mut slot = onset_slot(key);
            while table[slot] != 0 {
                slot = (slot + 1) % 128;
            }
            table[slot] = number << 15 | key as u32;
        }
        at = end + 1;
        number += 1;
    }
    table
}

/// The onsets that may stand before a rhyme, by its first letter: c g ng before a o u and their
/// kin, k gh ngh before e ê i, k also before y; q only with its u.
const fn onsets_before(first: u32) -> u64 {
    const ALL: u64 = (1 << 28) - 1;
    const K: u64 = bit("k");
    const H: u64 = bit("gh") | bit("ngh");
    const BACK: u64 = bit("c") | bit("g") | bit("ng");
    const BEFORE_I: u64 = ALL & !(bit("c") | bit("ng") | bit("gi") | bit("q"));
    const BEFORE_Y: u64 = ALL & !(BACK | H | bit("gi") | bit("q"));
    const BEFORE_E: u64 = ALL & !(BACK | bit("q"));
    const BEFORE_A: u64 = ALL & !(H | bit("q"));
    const OTHERWISE: u64 = BEFORE_A & !K;
    match first {
        Y => BEFORE_Y,
        // gì, gìn, giếng: g stands for gi here.
        I => BEFORE_I,
        E | CIRCUMFLEX_E => BEFORE_E,
        // Bắc Kạn
        A => BEFORE_A,
        _ => OTHERWISE,
    }
}

const fn bit(onset: &str) -> u64 {
    1 << onset_number(onset)
}

#[allow(clippy::indexing_slicing)] // runs while compiling
const fn table() -> [u64; SLOTS] {
    let mut table = [0; SLOTS];
    let mut at = 0;
    while at < RHYMES.len() {
        let (rhyme, end) = pack(RHYMES, at);
        if rhyme != 0 {
            let (first, second) = leading(rhyme);
            insert(&mut table, rhyme, onsets_before(first) | q_bit(first, second));
        }
        at = end + 1;
    }
    let mut at = 0;
    while at < AFTER_QU.len() {
        let (rhyme, end) = pack(AFTER_QU, at);
        insert(&mut table, rhyme, 1 << Q);
        at = end + 1;
    }
    table
}

/// After qu stand the rhymes in a ă â e ê i y ơ, and ôc (quốc).
const fn q_bit(first: u32, second: u32) -> u64 {
    const Q_BIT: u64 = bit("q");
    let unlike = matches!(first, U | HORN_U | O) || first == CIRCUMFLEX_O && second != C;
    if unlike { 0 } else { Q_BIT }
}

const fn leading(rhyme: u64) -> (u32, u32) {
    let (mut key, mut second) = (rhyme, 0);
    while key >> 5 != 0 {
        second = (key & CODE as u64) as u32;
        key >>= 5;
    }
    (key as u32, second)
}

#[allow(clippy::indexing_slicing)] // runs while compiling
const fn insert(table: &mut [u64; SLOTS], rhyme: u64, onsets: u64) {
    let mut slot = slot(rhyme);
    while table[slot] != 0 && table[slot] & KEY != rhyme {
        slot = (slot + 1) % SLOTS;
    }
    let last = (rhyme & CODE as u64) as u32;
    let before = (rhyme >> 5 & CODE as u64) as u32;
    let stopped = matches!(last, C | P | T) || last == H && before == C;
    table[slot] |= rhyme | onsets << 25 | if stopped { STOPPED } else { 0 };
}
