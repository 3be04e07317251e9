// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** What sources with one reader share: the assignment and the position that checkpoints hold. */
@NullMarked
package io.drey.jobs.source.single;

import org.jspecify.annotations.NullMarked;
