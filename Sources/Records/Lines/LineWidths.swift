/// How many columns the lines of a CSV file lack because they are older than some attributes.
///
/// Only settings add a column, so the number falls at a line about the file itself and never rises:
/// a line that lost a field by damage is told from an older one by its place. Where the number
/// falls without such a line, a damaged one may have stood there that was set aside, so that counts
/// too, unless the very next line is as short as the ones before.
package struct LineWidths: Sendable {
  /// A line from which on another number of columns is missing.
  private struct Change: Sendable {
    let line: Int
    let lacking: Int
    /// Whether settings may have added a column here.
    let isFileEvent: Bool
  }

  private var changes: [Change] = []
  private var lacking: Int?
  /// The last line at which the number fell without settings, from the start of the next piece, and
  /// the number above it.
  private var longer: (line: Int, lackingAbove: Int)?

  /// No lines yet.
  package init() {}

  /// Takes the next line of a piece.
  /// - Parameters:
  ///   - line: its number, from the start of the piece.
  ///   - lacking: how many columns it lacks.
  ///   - isFileEvent: whether it is about the file itself.
  @inline(__always)
  mutating func add(line: Int, lacking: Int, isFileEvent: Bool = false) {
    guard lacking != self.lacking else { return }
    self.lacking = lacking
    changes.append(Change(line: line, lacking: lacking, isFileEvent: isFileEvent))
  }

  /// A line that does not have as many fields as its place in the file says.
  package struct Damage: Sendable, Equatable {
    /// Its number, from the start of the piece; zero and less in a piece before.
    package let line: Int
    /// Whether it has too many fields, and not too few.
    package let isLong: Bool
  }

  /// Takes the next piece of the file.
  mutating func append(_ piece: LineWidths, lineCount: Int) -> [Damage] {
    var damaged: [Damage] = []
    for change in piece.changes {
      let above = lacking ?? change.lacking
      if change.lacking > above {
        guard let longer, longer.line + 1 == change.line, longer.lackingAbove == change.lacking
        else {
          damaged.append(Damage(line: change.line, isLong: false))
          continue
        }
        damaged.append(Damage(line: longer.line, isLong: true))
        self.longer = nil
      } else if change.lacking < above {
        longer = change.isFileEvent ? nil : (change.line, above)
      }
      lacking = change.lacking
    }
    longer?.line -= lineCount
    return damaged
  }
}
