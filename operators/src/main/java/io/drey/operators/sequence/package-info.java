// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Numbers the events of each key, or of the whole stream, in order of arrival. */
@NullMarked
package io.drey.operators.sequence;

import org.jspecify.annotations.NullMarked;
