/// The numbers of columns that lines of a CSV file lack because they are older than some
/// attributes.
///
/// Only a change of settings adds a column, so the number decreases at a line about the file itself
/// and never increases: the place of a short line shows whether it is old or lost a field by
/// damage. If the number decreases without such a line, a damaged one may have been set aside from
/// there, so that is accepted too, unless the very next line is as short as the ones before.
package struct LineWidths: Sendable {
  /// A line at which the number of missing columns changes.
  private struct Change: Sendable {
    let line: Int
    let lacking: Int
    /// True if settings may have added a column here.
    let isFileEvent: Bool
  }

  private var changes: [Change] = []
  private var lacking: Int?
  /// The last line at which the number decreased without a change of settings, counted from the
  /// start of the next piece, and the number above it.
  private var longer: (line: Int, lackingAbove: Int)?

  /// Creates the widths of no lines.
  package init() {}

  /// Adds the next line of a piece.
  /// - Parameters:
  ///   - line: the number of the line, from the start of the piece.
  ///   - lacking: the number of columns it lacks.
  ///   - isFileEvent: true if it is about the file itself.
  @inline(__always)
  mutating func add(line: Int, lacking: Int, isFileEvent: Bool = false) {
    guard lacking != self.lacking else { return }
    self.lacking = lacking
    changes.append(Change(line: line, lacking: lacking, isFileEvent: isFileEvent))
  }

  /// A line with the wrong number of fields for its place in the file.
  package struct Damage: Sendable, Equatable {
    /// The number of the line, from the start of the piece; zero or negative for a piece before.
    package let line: Int
    /// True if it has too many fields, false if it has too few.
    package let isLong: Bool
  }

  /// Adds the next piece of the file and returns the damaged lines that it reveals.
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
