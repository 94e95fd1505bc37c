import Text

/// What reading one line gives: a value a column, or a fault whose offset counts from the line's
/// start.
package enum LineOutcome: Equatable {
  case values([String])
  case fault(LineFault)

  package var fault: LineFault? {
    if case .fault(let fault) = self { fault } else { nil }
  }
}

extension LineScanner {
  /// What the scanner makes of all lines of a text, each ended by a line feed, with `before` in
  /// front of them and `after` behind, which belong to nobody.
  package func read(
    _ lines: [UInt8], columns: Int, before: [UInt8] = [],
    after: [UInt8] = [UInt8](repeating: 0, count: ByteWord.size)
  ) -> [LineOutcome] {
    var bytes = before + lines + after
    var fields = LineFields(columns: columns)
    var readings: [LineOutcome] = []
    var position = before.count
    while position < before.count + lines.count {
      let start = position
      switch scan(&bytes, from: &position, into: &fields) {
      case .fields:
        readings.append(
          .values((0..<columns).map { String(decoding: bytes[fields[$0]], as: UTF8.self) }))
      case .fault(let fault):
        readings.append(.fault(LineFault(kind: fault.kind, offset: fault.offset - start)))
      }
    }
    return readings
  }
}
