/// The source of a fact, and how it was verified.
package struct Source: Sendable, Equatable {
  /// Authors and year, with the title or journal, as a reader would look it up.
  package let citation: String
  /// The web address or DOI, if known.
  package let link: String?
  package let verification: Verification

  /// How the fact was verified by the authors of this program.
  package enum Verification: Sendable, Equatable {
    /// It was read in the cited source.
    case read
    /// It was read in another source that quotes the cited one.
    case quoted(by: String)
    /// It was computed from the named inputs.
    case computed(from: String)
    /// It is widely repeated, but was not seen in the cited source.
    case unverified
  }

  package init(_ citation: String, link: String? = nil, _ verification: Verification) {
    self.citation = citation
    self.link = link
    self.verification = verification
  }

  /// True if the fact may be printed without the word “unverified”.
  package var isVerified: Bool { verification != .unverified }

  /// The citation and how it was verified, on one line, as it is printed beside every fact.
  package var text: String {
    let place = link.map { "\(citation), \($0)" } ?? citation
    return switch verification {
    case .read: place
    case .quoted(let reporter): "\(place), as quoted by \(reporter)"
    case .computed(let inputs): "\(place), computed from \(inputs)"
    case .unverified: "\(place) (unverified)"
    }
  }
}
