import Text

/// Splits a line that another program wrote, whatever its separator and however it uses quotation
/// marks. This is for messages only; nothing that is read this way is ever kept.
enum LooseFields {
  /// Returns the texts of the fields, without the quotation marks around them.
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

  /// Returns the separator of a header line: of those that spreadsheet programs use, the one that
  /// appears most often.
  static func separator(of header: [UInt8]) -> UInt8 {
    let choices = [ASCII.comma, UInt8(ascii: ";"), ASCII.tab]
    return choices.max { left, right in
      header.count { $0 == left } < header.count { $0 == right }
    } ?? ASCII.comma
  }
}
