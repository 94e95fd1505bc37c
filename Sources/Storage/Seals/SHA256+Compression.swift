/// Eight words of 64 bits: 64 bytes of a message, with the first byte in the highest bits.
typealias SHA256Block = (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64)

extension SHA256 {
  /// Adds one block of the padded message to the hash (FIPS 180-4, section 6.2.2).
  ///
  /// The sixteen words of the message schedule that are still needed are kept in local variables,
  /// and each round renames the eight working variables instead of moving them.
  static func compress(_ block: SHA256Block, into words: inout Words) {
    var w0 = UInt32(truncatingIfNeeded: block.0 &>> 32)
    var w1 = UInt32(truncatingIfNeeded: block.0)
    var w2 = UInt32(truncatingIfNeeded: block.1 &>> 32)
    var w3 = UInt32(truncatingIfNeeded: block.1)
    var w4 = UInt32(truncatingIfNeeded: block.2 &>> 32)
    var w5 = UInt32(truncatingIfNeeded: block.2)
    var w6 = UInt32(truncatingIfNeeded: block.3 &>> 32)
    var w7 = UInt32(truncatingIfNeeded: block.3)
    var w8 = UInt32(truncatingIfNeeded: block.4 &>> 32)
    var w9 = UInt32(truncatingIfNeeded: block.4)
    var w10 = UInt32(truncatingIfNeeded: block.5 &>> 32)
    var w11 = UInt32(truncatingIfNeeded: block.5)
    var w12 = UInt32(truncatingIfNeeded: block.6 &>> 32)
    var w13 = UInt32(truncatingIfNeeded: block.6)
    var w14 = UInt32(truncatingIfNeeded: block.7 &>> 32)
    var w15 = UInt32(truncatingIfNeeded: block.7)
    var (a, b, c, d, e, f, g, h) = words
    var first = 0
    while true {
      mix(a, b, c, &d, e, f, g, &h, constants[first &+ 0] &+ w0)
      mix(h, a, b, &c, d, e, f, &g, constants[first &+ 1] &+ w1)
      mix(g, h, a, &b, c, d, e, &f, constants[first &+ 2] &+ w2)
      mix(f, g, h, &a, b, c, d, &e, constants[first &+ 3] &+ w3)
      mix(e, f, g, &h, a, b, c, &d, constants[first &+ 4] &+ w4)
      mix(d, e, f, &g, h, a, b, &c, constants[first &+ 5] &+ w5)
      mix(c, d, e, &f, g, h, a, &b, constants[first &+ 6] &+ w6)
      mix(b, c, d, &e, f, g, h, &a, constants[first &+ 7] &+ w7)
      mix(a, b, c, &d, e, f, g, &h, constants[first &+ 8] &+ w8)
      mix(h, a, b, &c, d, e, f, &g, constants[first &+ 9] &+ w9)
      mix(g, h, a, &b, c, d, e, &f, constants[first &+ 10] &+ w10)
      mix(f, g, h, &a, b, c, d, &e, constants[first &+ 11] &+ w11)
      mix(e, f, g, &h, a, b, c, &d, constants[first &+ 12] &+ w12)
      mix(d, e, f, &g, h, a, b, &c, constants[first &+ 13] &+ w13)
      mix(c, d, e, &f, g, h, a, &b, constants[first &+ 14] &+ w14)
      mix(b, c, d, &e, f, g, h, &a, constants[first &+ 15] &+ w15)
      first &+= 16
      if first == 64 { break }
      extend(&w0, w1, w9, w14)
      extend(&w1, w2, w10, w15)
      extend(&w2, w3, w11, w0)
      extend(&w3, w4, w12, w1)
      extend(&w4, w5, w13, w2)
      extend(&w5, w6, w14, w3)
      extend(&w6, w7, w15, w4)
      extend(&w7, w8, w0, w5)
      extend(&w8, w9, w1, w6)
      extend(&w9, w10, w2, w7)
      extend(&w10, w11, w3, w8)
      extend(&w11, w12, w4, w9)
      extend(&w12, w13, w5, w10)
      extend(&w13, w14, w6, w11)
      extend(&w14, w15, w7, w12)
      extend(&w15, w0, w8, w13)
    }
    words.0 = words.0 &+ a
    words.1 = words.1 &+ b
    words.2 = words.2 &+ c
    words.3 = words.3 &+ d
    words.4 = words.4 &+ e
    words.5 = words.5 &+ f
    words.6 = words.6 &+ g
    words.7 = words.7 &+ h
  }

  /// Performs one round, which moves `a` to `h` on by one place; the next call uses the renamed
  /// variables.
  @inline(__always)
  private static func mix(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32,
    _ g: UInt32, _ h: inout UInt32, _ input: UInt32
  ) {
    let turned = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
    let choice = g ^ (e & (f ^ g))
    h = h &+ turned &+ choice &+ input
    d = d &+ h
    let majority = (a & b) | (c & (a | b))
    h = h &+ (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) &+ majority
  }

  /// Replaces `word` with the word sixteen places further on in the message schedule.
  @inline(__always)
  private static func extend(
    _ word: inout UInt32, _ next: UInt32, _ ninth: UInt32, _ fourteenth: UInt32
  ) {
    let near = rotated(next, 7) ^ rotated(next, 18) ^ (next &>> 3)
    let far = rotated(fourteenth, 17) ^ rotated(fourteenth, 19) ^ (fourteenth &>> 10)
    word = word &+ near &+ ninth &+ far
  }

  @inline(__always)
  private static func rotated(_ word: UInt32, _ bits: UInt32) -> UInt32 {
    word &>> bits | word &<< (32 &- bits)
  }

  /// The fractional parts of the cube roots of the first 64 primes (section 4.2.2).
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1,
    0x923f_82a4, 0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3,
    0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786,
    0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147,
    0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13,
    0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a,
    0x5b9c_ca4f, 0x682e_6ff3, 0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208,
    0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
