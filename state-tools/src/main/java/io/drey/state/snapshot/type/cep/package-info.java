// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** What CEP keeps, and {@code MATCH_RECOGNIZE}: how far patterns have been matched, and by what. */
@NullMarked
package io.drey.state.snapshot.type.cep;

import org.jspecify.annotations.NullMarked;
