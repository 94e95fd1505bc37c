/// Where a fact comes from, with how far it was verified.
package struct Source: Sendable, Equatable {
  /// Authors, year, title or journal, as a reader would look it up.
  package let citation: String
  /// Web address or DOI, where known.
  package let link: String?
  package let standing: Standing

  /// How far the writers of this program went to see the fact for themselves.
  package enum Standing: Sendable, Equatable {
    /// They read it in the cited source.
    case read
    /// They read it in another source, which quotes the cited one.
    case quoted(by: String)
    /// They computed it from the named inputs.
    case computed(from: String)
    /// It is widely repeated, and they did not see it in the cited source.
    case unverified
  }

  package init(_ citation: String, link: String? = nil, _ standing: Standing) {
    self.citation = citation
    self.link = link
    self.standing = standing
  }

  /// Whether the fact may be printed without the word “unverified”.
  package var isVerified: Bool { standing != .unverified }

  /// The citation with its standing, on one line: whatever prints a fact prints this with it.
  package var text: String {
    let place = link.map { "\(citation), \($0)" } ?? citation
    return switch standing {
    case .read: place
    case .quoted(let reporter): "\(place), as quoted by \(reporter)"
    case .computed(let inputs): "\(place), computed from \(inputs)"
    case .unverified: "\(place) (unverified)"
    }
  }
}
