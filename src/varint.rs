//! Numbers that are small nearly always, in as few bytes: seven bits a byte, lowest first, the eighth
//! where more follow.

use std::slice;

/// Appends all `numbers`; at once where each takes one byte.
#[inline(always)] // nearly always it is a store
pub(crate) fn push_all<const N: usize>(bytes: &mut Vec<u8>, numbers: [usize; N]) {
    if numbers.iter().fold(0, |all, number| all | number) < 0x80 {
        bytes.extend_from_slice(&numbers.map(|number| number as u8));
    } else {
        numbers.into_iter().for_each(|number| push(bytes, number));
    }
}

#[cold]
fn push(bytes: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Takes the next number; `None` where the bytes end.
#[inline]
pub(crate) fn next(bytes: &mut slice::Iter<'_, u8>) -> Option<usize> {
    let (mut number, mut shift) = (0, 0);
    loop {
        let byte = *bytes.next()?;
        number |= usize::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(number);
        }
        shift += 7;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        let numbers = [0, 1, 0x7f, 0x80, 300, 1 << 20, usize::MAX];
        let mut bytes = Vec::new();
        push_all(&mut bytes, numbers);
        push_all(&mut bytes, [3, 0x7f]);
        let mut rest = bytes.iter();
        let all = numbers.into_iter().chain([3, 0x7f]);
        assert!(all.into_iter().all(|number| next(&mut rest) == Some(number)));
        assert_eq!((next(&mut rest), bytes[0], bytes[1], bytes.len()), (None, 0, 1, 22));
    }
}
