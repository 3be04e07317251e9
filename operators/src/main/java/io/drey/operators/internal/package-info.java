// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** What several operators share and nobody outside this module uses. */
@NullMarked
package io.drey.operators.internal;

import org.jspecify.annotations.NullMarked;
