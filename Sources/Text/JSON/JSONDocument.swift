/// Reads a whole JSON document, such as the settings or an instrument file (RFC 8259).
///
/// Foundation's readers are not suitable: they end the process if lists are nested 513 deep,
/// silently keep one of two members with the same key, and give no line and column.
package enum JSONDocument {
  /// The greatest depth to which lists and objects may be nested. No file of a program needs ten.
  package static let greatestDepth = 64

  /// The document's value. Members of objects are in the order of the file.
  ///
  /// - Throws: `Problems`, each with its line and column.
  package static func parse(_ bytes: [UInt8], file: String) throws(Problems) -> JSONValue {
    var parser = JSONDocumentParser(bytes)
    let value: JSONValue
    do throws(JSONFault) {
      value = try parser.document()
    } catch {
      throw Problems((parser.faults + [error]).map { $0.diagnostic(in: file) })
    }
    guard parser.faults.isEmpty else {
      throw Problems(parser.faults.map { $0.diagnostic(in: file) })
    }
    return value
  }
}
