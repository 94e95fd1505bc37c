import Text

/// The replacement of a participant's id by a random code in everything that a program keeps.
package struct Erasure: Sendable, Equatable {
  package let id: ParticipantID
  package let code: ParticipantID

  package init(of id: ParticipantID, as code: ParticipantID) {
    self.id = id
    self.code = code
  }

  /// The erasure that a killed command left unfinished; nil if there is none.
  /// - Parameter events: the lines of the participants file about one id, in order.
  package init?(interrupted events: [ParticipantEvent]) {
    guard let last = events.last, last.action == .unenroll,
      let code = Self.code(markedBy: last.reason, of: last.participant.rawValue)
    else { return nil }
    self.init(of: last.participant, as: code)
  }

  /// A code that says nothing of the person.
  /// - Parameter random: a number of which every value is equally likely.
  package static func code(_ random: UInt64) -> ParticipantID? {
    // Without letters that are mistaken for digits.
    let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
    let letters = (0..<8).map { alphabet[Int(random >> UInt64(5 * $0) & 31)] }
    return ParticipantID(rawValue: prefix + String(letters))
  }

  /// The reason in lines that are written only until every line is rewritten.
  package var marker: String { Self.opening + code.rawValue }

  /// Returns the code for which the reason of a line says that it will replace the line's id; nil
  /// for the reason of any other line, such as one about the code.
  static func code(markedBy reason: String, of id: String) -> ParticipantID? {
    guard reason.hasPrefix(opening + prefix) else { return nil }
    let code = String(reason.dropFirst(opening.count))
    return code == id ? nil : ParticipantID(rawValue: code)
  }

  /// The text in the place of one that was removed.
  package static let removed = "[erased]"

  static let prefix = "erased-"
  private static let opening = "erased as "

  /// True if a text names the participant: the id, in capital or small letters, that is not a part
  /// of a longer word or id.
  package func names(_ text: some Collection<UInt8>) -> Bool {
    let bytes = text.map(Self.small)
    let needle = id.rawValue.utf8.map(Self.small)
    var position = 0
    while let found = ByteSearch.first(needle, in: bytes, position..<bytes.count) {
      let end = found + needle.count
      if !Self.endsInsideWord(bytes[..<found]), !Self.startsInsideWord(bytes[end...]) {
        return true
      }
      position = found + 1
    }
    return false
  }

  /// True if a free text may be about the participant: it holds the id, however its letters are
  /// written, and no letter or digit touches it. Too many texts are removed rather than too few, so
  /// ids with `-` or `_` beside this one count too.
  package func mayBeNamed(in text: String) -> Bool {
    let text = text.lowercased()
    return text.ranges(of: id.rawValue.lowercased()).contains { range in
      let before = text[..<range.lowerBound].last
      let after = text[range.upperBound...].first
      return ![before, after].contains { $0?.isLetter == true || $0?.isNumber == true }
    }
  }

  /// False if no text in these bytes may be about the participant.
  package func mayBeNamed(in bytes: ArraySlice<UInt8>) -> Bool {
    guard id.rawValue.utf8.allSatisfy({ $0 < 0x80 }) else { return true }
    let needle = id.rawValue.utf8.map(Self.small)
    return ByteSearch.first(needle, in: bytes.map(Self.small), 0..<bytes.count) != nil
  }

  private static func small(_ byte: UInt8) -> UInt8 {
    UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
  }

  private static func endsInsideWord(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(decoding: bytes.suffix(longestCharacter), as: UTF8.self).unicodeScalars.last
      .map(isPartOfWord) ?? false
  }

  private static func startsInsideWord(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(decoding: bytes.prefix(longestCharacter), as: UTF8.self).unicodeScalars.first
      .map(isPartOfWord) ?? false
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-"
      || scalar == "_"
  }

  /// The most bytes of a character in UTF-8.
  private static let longestCharacter = 4
}
