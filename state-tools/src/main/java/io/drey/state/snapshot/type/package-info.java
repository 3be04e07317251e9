// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The types of values, read from serializer snapshots without a class of the job, and their bytes.
 */
@NullMarked
package io.drey.state.snapshot.type;

import org.jspecify.annotations.NullMarked;
