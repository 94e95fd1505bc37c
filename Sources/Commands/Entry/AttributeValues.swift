import Arguments
import Text

/// The values of attributes as typed, by the position of the attribute in the program.
struct AttributeValues {
  let values: [Int: String]

  /// Returns the values after the change, one per attribute.
  func applied(to known: [String]) -> [String] {
    known.enumerated().map { values[$0] ?? $1 }
  }
}

extension ValueReader {
  /// Reads the values of `--set`.
  func attributeValues(in open: Reading<OpenProgram>) -> Reading<AttributeValues> {
    let typed = assignments(.set).map { assignment in
      assignment.flatMap { name, value in
        open.flatMap { $0.attribute(named: name) }.flatMap { position in
          VisibleText.holdsHidden(value)
            ? .wrong("the value of “\(name)” contains a control character")
            : .success((position: position, name: name, value: value))
        }
      }
    }
    return typed.all().flatMap { typed in
      let byPosition = Dictionary(grouping: typed, by: \.position)
      let repeated = typed.first { byPosition[$0.position, default: []].count > 1 }
      if let repeated {
        return .wrong("“\(repeated.name)” is set twice", remedy: "give one value for it")
      }
      return .success(AttributeValues(values: byPosition.mapValues { $0[0].value }))
    }
  }
}
