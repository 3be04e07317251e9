/** JSON as bytes: written fast, one row after the other. */
@NullMarked
package io.drey.state.json;

import org.jspecify.annotations.NullMarked;
