// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.metadata;

/** Where the metadata has the handles of a subtask's state, which follow one another. */
public record SubtaskRanges(
    ByteRange managedOperator,
    ByteRange rawOperator,
    ByteRange managedKeyed,
    ByteRange rawKeyed,
    ByteRange channels) {}
