import { type Cell, Workbook, type Worksheet } from '@cj-tech-master/excelts';

/** What is typed into a cell, or a formula with the value that it was saved with. */
export type Typed = string | number | { readonly formula: string; readonly result?: number };

/** A paper's file as a person has it open in an office program: cells are typed into, found by what stands before them. */
export class PaperFile {
  private readonly workbook: Workbook;
  private readonly sheet: Worksheet;

  private constructor(workbook: Workbook) {
    this.workbook = workbook;
    this.sheet = workbook.worksheets[0] as Worksheet;
  }

  static async open(bytes: Uint8Array): Promise<PaperFile> {
    const workbook = new Workbook();
    await workbook.xlsx.load(bytes);
    return new PaperFile(workbook);
  }

  /** The address of the entry behind a label, like 'C7'. */
  behind(label: string): string {
    const title = this.find(label);
    const row = title.row;
    for (let column = title.col + 1; ; column += 1) {
      const cell = this.sheet.getCell(row, column);
      if (cell.master.address !== title.master.address) return cell.address;
    }
  }

  /** The address of the entry under a column's title; the first row under it is 1. */
  under(title: string, row: number): string {
    const { row: at, col } = this.find(title);
    return this.sheet.getCell(at + row, col).address;
  }

  type(address: string, value: Typed): this {
    this.sheet.getCell(address).value = value;
    return this;
  }

  text(address: string): string {
    return this.sheet.getCell(address).text;
  }

  note(address: string): string {
    const { note } = this.sheet.getCell(address);
    return typeof note === 'string' ? note : (note?.texts ?? []).map(({ text }) => text).join('');
  }

  /** The texts of another sheet, row by row. */
  rowsOf(sheet: string): string[][] {
    const rows: string[][] = [];
    this.workbook.getWorksheet(sheet)?.eachRow((row) => {
      const cells: string[] = [];
      row.eachCell((cell) => void cells.push(cell.text));
      rows.push(cells);
    });
    return rows;
  }

  async bytes(): Promise<Uint8Array> {
    return new Uint8Array(await this.workbook.xlsx.writeBuffer());
  }

  private find(label: string): Cell {
    let found: Cell | undefined;
    this.sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (found === undefined && plain(cell.text) === plain(label)) found = cell.master;
      });
    });
    if (found === undefined) throw new Error(`there is no “${label}” on the paper`);
    return found;
  }
}

const plain = (text: string): string => text.replace(/[*\s]|[（(].*$/g, '');
