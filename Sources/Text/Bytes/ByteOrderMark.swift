/// The byte order mark, U+FEFF, which some programs put at the start of a text file.
package enum ByteOrderMark {
  /// Its bytes in UTF-8.
  package static let utf8: [UInt8] = [0xEF, 0xBB, 0xBF]
}
