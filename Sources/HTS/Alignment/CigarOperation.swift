/// CIGAR operations by their code in BAM (SAM specification, section 4.2).
public enum CigarOperation: UInt8, Sendable {
  case match, insertion, deletion, skip, softClip, hardClip, padding, equal, different
}
