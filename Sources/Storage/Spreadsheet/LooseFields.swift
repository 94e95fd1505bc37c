import Text

/// Takes a line apart that another program wrote: whatever separates its fields, and whatever its
/// quotation marks are worth. For messages alone; nothing that is read this way is ever kept.
enum LooseFields {
  /// The fields' texts, without the quotation marks around them.
  static func split(_ line: [UInt8], separator: UInt8) -> [String] {
    var fields: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    for byte in line {
      if byte == ASCII.quote {
        isQuoted.toggle()
      } else if byte == separator, !isQuoted {
        fields.append(String(decoding: field, as: UTF8.self))
        field = []
      } else {
        field.append(byte)
      }
    }
    return fields + [String(decoding: field, as: UTF8.self)]
  }

  /// The separator that a header line uses, of those that spreadsheet programs write: the one that
  /// it has most of.
  static func separator(of header: [UInt8]) -> UInt8 {
    let choices = [ASCII.comma, UInt8(ascii: ";"), ASCII.tab]
    return choices.max { left, right in
      header.count { $0 == left } < header.count { $0 == right }
    } ?? ASCII.comma
  }
}
