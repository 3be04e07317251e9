// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Values that only classes of the job's can decode, from jars that the user names. */
@NullMarked
package io.drey.state.snapshot.type.job;

import org.jspecify.annotations.NullMarked;
