"""No lexers and styles: rich imports the package, and no program text is ever shown in colour."""
